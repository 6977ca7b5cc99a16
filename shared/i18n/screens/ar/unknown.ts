import type { unknown as source } from '../en/unknown.ts'

export const unknown: Record<keyof typeof source, string> = {
  'unknown.title':
    '{purpose, select, refund {لا نعرف بعد هل أُرجع مبلغ {amount}} void {لا نعرف بعد هل أُلغي أداء {amount}} test {لا نعرف بعد هل أُخذ مبلغ التجربة {amount}} other {لا نعرف بعد هل أُخذ مبلغ {amount}}}',
  'unknown.why': 'ماذا حدث',
  'unknown.doing': 'ماذا يفعل الصندوق',
  'unknown.lookFor': 'عمّ تبحث',
  'unknown.ask': 'اسأل الجهاز مرة أخرى',
  'unknown.cannotAsk': 'لا يمكن سؤال هذا الجهاز. انظر إليه وأجب هنا.',
  'unknown.taken': '{purpose, select, refund {أُرجع المال} void {أُلغي الأداء} other {أُخذ المال}}',
  'unknown.notTaken': '{purpose, select, refund {لم يُرجَع المال} void {لم يُلغَ الأداء} other {لم يؤخذ المال}}',
  'unknown.confirmTaken':
    '{purpose, select, refund {رأيتَ أن مبلغ {amount} أُرجع} void {رأيتَ أن أداء {amount} أُلغي} other {رأيتَ أن مبلغ {amount} أُخذ}}',
  'unknown.confirmNotTaken':
    '{purpose, select, refund {رأيتَ أن مبلغ {amount} لم يُرجَع} void {رأيتَ أن أداء {amount} لم يُلغَ} other {رأيتَ أن مبلغ {amount} لم يؤخذ}}',
  'unknown.takenBody':
    '{purpose, select, refund {تُسجَّل التذكرة على أن مالها أُرجع. يُسجَّل اسمك بجانب هذا الجواب.} void {تُسجَّل التذكرة على أنها أُلغيت. يُسجَّل اسمك بجانب هذا الجواب.} test {يُسجَّل اسمك بجانب هذا الجواب.} other {يستمر البيع على أنه مؤدى. يُسجَّل اسمك بجانب هذا الجواب.}}',
  'unknown.notTakenBody':
    '{purpose, select, refund {يمكن إرجاع المال من جديد. يُسجَّل اسمك بجانب هذا الجواب.} void {يبقى الأداء قائمًا. يُسجَّل اسمك بجانب هذا الجواب.} test {يُسجَّل اسمك بجانب هذا الجواب.} other {يمكن خصم البطاقة من جديد. يُسجَّل اسمك بجانب هذا الجواب.}}',
  'unknown.slip': 'المكتوب على وصل الجهاز، إن وُجد',
  'unknown.name': 'من نظر إلى الجهاز؟',
  'unknown.sure': '{purpose, select, refund {نظرتُ: لقد أُرجع} void {نظرتُ: لقد أُلغي} other {نظرتُ: لقد أُخذ}}',
  'unknown.sureNot': '{purpose, select, refund {نظرتُ: لم يُرجَع} void {نظرتُ: لم يُلغَ} other {نظرتُ: لم يؤخذ}}',
  'unknown.practice': 'هذا جهاز للتدريب ولم يأخذ أي مال حقيقي: أجب كما لو نظرت إلى جهاز حقيقي.',
  'unknown.wait':
    '{purpose, select, refund {لا تُرجع المال مرة ثانية قبل الجواب.} void {لا تُلغه مرة ثانية قبل الجواب.} other {لا تخصم البطاقة مرة ثانية قبل الجواب.}}',
}
