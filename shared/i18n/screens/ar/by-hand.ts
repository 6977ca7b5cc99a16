import type { byHand as source } from '../en/by-hand.ts'

export const byHand: Record<keyof typeof source, string> = {
  'byHand.key':
    '{purpose, select, refund {أرجِع هذا المبلغ على الجهاز} void {ألغِ هذا الأداء على الجهاز} other {اكتب هذا المبلغ على الجهاز}}',
  'byHand.then': 'حين يجيب الجهاز، قل هنا بماذا أجاب.',
  'byHand.approved': '{purpose, select, refund {تم الإرجاع} void {تم الإلغاء} other {قُبل الأداء}}',
  'byHand.declined': '{purpose, select, refund {لم يُرجَع شيء} void {لم يُلغَ} other {رُفض، أو لم يؤخذ شيء}}',
  'byHand.slip': 'المكتوب على وصل الجهاز',
  'byHand.authorisation': 'رقم الترخيص',
  'byHand.authorisation.hint': 'حروف أو أرقام، 12 على الأكثر',
  'byHand.authorisation.wrong': 'اقرأه على الوصل: من 1 إلى 12 حرفًا أو رقمًا.',
  'byHand.lastFour': 'آخر أربعة أرقام من البطاقة',
  'byHand.lastFour.hint': 'على الوصل، بعد النجوم',
  'byHand.lastFour.wrong': 'أربعة أرقام بالضبط.',
  'byHand.who': 'من قرأه؟',
  'byHand.write':
    '{purpose, select, refund {سجّل: أُرجع {amount}} void {سجّل: أُلغي {amount}} other {سجّل: قُبل {amount}}}',
  'byHand.nothing.title':
    '{purpose, select, refund {ألم يُرجَع مبلغ {amount}؟} void {ألم يُلغَ أداء {amount}؟} other {ألم يؤخذ مبلغ {amount}؟}}',
  'byHand.nothing.body':
    '{purpose, select, refund {تبقى التذكرة كما هي؛ يمكنك إعادة المحاولة أو الإرجاع نقدًا.} void {يبقى الأداء قائمًا؛ يمكنك إعادة المحاولة.} test {لم يؤخذ شيء؛ انتهت التجربة.} other {يستمر البيع غير مؤدى: أعد البطاقة أو اقبض بوسيلة أخرى.}}',
  'byHand.nothing.sure':
    '{purpose, select, refund {سجّل: لم يُرجَع شيء} void {سجّل: لم يُلغَ} other {سجّل: لم يؤخذ شيء}}',
}
