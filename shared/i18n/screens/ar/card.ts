import type { card as source } from '../en/card.ts'

export const card: Record<keyof typeof source, string> = {
  'card.step.connecting': 'جهاز الأداء يستيقظ',
  'card.step.presentCard': 'قرّب البطاقة أو أدخلها',
  'card.step.enterPin': 'أدخل الرقم السري على الجهاز',
  'card.step.authorising': 'انتظر، نسأل البنك',
  'card.step.confirming': 'قُبل، ونحن نسجّله',
  'card.step.removeCard': 'اسحب البطاقة',
  'card.step.cancelling': 'نطلب من الجهاز أن يتوقف',
  'card.step.recovering': 'نسأل الجهاز عمّا حدث',
  'card.step.keyAmount': 'اكتب المبلغ على الجهاز',
  'card.purpose':
    '{purpose, select, refund {إرجاع المال إلى البطاقة} void {إلغاء أداء بالبطاقة} test {أداء تجريبي يُلغى فورًا} other {أداء بالبطاقة}}',
  'card.on': 'على {terminal}',
  'card.terminalSays': 'يقول الجهاز',
  'card.cancel':
    '{purpose, select, refund {إيقاف الإرجاع} void {إيقاف الإلغاء} test {إيقاف التجربة} other {إلغاء الأداء}}',
  'card.cancelThere': 'لإيقافه اضغط الزر الأحمر على الجهاز نفسه.',
  'card.cannotCancel': 'لم يعد إلغاؤه ممكنًا من هنا؛ الجهاز يُكمله.',
  'card.lost':
    'لم يضِع شيء ولن يُخصم شيء مرتين: ينتظر الصندوق عودة الجهاز. وإن لم يستطع أن يقول ما حدث، طلب منك الصندوق أن تنظر إليه.',
  'card.unrecorded':
    'أجاب الجهاز، لكن قرص هذا الحاسوب يرفض تسجيل الجواب. اترك كل شيء كما هو: يعيد الصندوق المحاولة وحده.',
}
