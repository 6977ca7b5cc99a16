import type { unknown as source } from '../en/unknown.ts'

export const unknown: Record<keyof typeof source, string> = {
  'unknown.title': 'لا نعرف بعد هل أُخذ مبلغ {amount}',
  'unknown.why': 'ماذا حدث',
  'unknown.doing': 'ماذا يفعل الصندوق',
  'unknown.lookFor': 'عمّ تبحث',
  'unknown.ask': 'اسأل الجهاز مرة أخرى',
  'unknown.cannotAsk': 'لا يمكن سؤال هذا الجهاز. انظر إليه وأجب هنا.',
  'unknown.taken': 'أُخذ المال',
  'unknown.notTaken': 'لم يؤخذ المال',
  'unknown.confirmTaken': 'رأيتَ أن مبلغ {amount} أُخذ',
  'unknown.confirmNotTaken': 'رأيتَ أن مبلغ {amount} لم يؤخذ',
  'unknown.takenBody': 'يستمر البيع على أنه مؤدى. يُسجَّل اسمك بجانب هذا الجواب.',
  'unknown.notTakenBody': 'يمكن خصم البطاقة من جديد. يُسجَّل اسمك بجانب هذا الجواب.',
  'unknown.name': 'من نظر إلى الجهاز؟',
  'unknown.sure': 'نظرتُ: لقد أُخذ',
  'unknown.sureNot': 'نظرتُ: لم يؤخذ',
  'unknown.practice': 'هذا جهاز للتدريب ولم يأخذ أي مال حقيقي: أجب كما لو نظرت إلى جهاز حقيقي.',
  'unknown.wait': 'لا تخصم البطاقة مرة ثانية قبل الجواب.',
}
