import type { card as source } from '../en/card.ts'

export const card: Record<keyof typeof source, string> = {
  'card.step.connecting': 'جهاز الأداء يستيقظ',
  'card.step.presentCard': 'قرّب البطاقة أو أدخلها',
  'card.step.enterPin': 'أدخل الرقم السري على الجهاز',
  'card.step.authorising': 'انتظر، نسأل البنك',
  'card.step.confirming': 'قُبل الأداء، نسجّله',
  'card.step.removeCard': 'اسحب البطاقة',
  'card.step.cancelling': 'جارٍ إيقاف الأداء',
  'card.step.recovering': 'نسأل الجهاز عمّا حدث',
  'card.on': 'على {terminal}',
  'card.terminalSays': 'يقول الجهاز',
  'card.cancel': 'إلغاء الأداء',
  'card.cannotCancel': 'لم يعد إلغاؤه ممكنًا من هنا؛ الجهاز يُكمله.',
}
