import type { CustomerWords } from './words.ts'

export const ar: CustomerWords = {
  total: 'المجموع',
  paid: 'المؤدى',
  toPay: 'للأداء',
  inCash: 'نقدا مع واجب التمبر',
  step: {
    connecting: 'لحظة من فضلكم',
    presentCard: 'قرّبوا بطاقتكم أو أدخلوها',
    enterPin: 'أدخلوا رقمكم السري على الجهاز',
    authorising: 'انتظروا من فضلكم، نسأل بنككم',
    confirming: 'قُبل الأداء',
    removeCard: 'استرجعوا بطاقتكم',
    cancelling: 'لحظة من فضلكم',
    recovering: 'لحظة من فضلكم',
    keyAmount: 'أدّوا على الجهاز من فضلكم',
  },
  moneyBack: 'إرجاع المال إلى بطاقتكم',
  checking: 'لحظة من فضلكم. نتحقق من الأداء.',
  scan: 'امسحوا الرمز للأداء',
  scanHow: 'بتطبيق بنككم أو محفظتكم',
  change: 'الباقي لكم',
  givenBack: 'المبلغ المُرجَع',
  thanks: 'شكرًا على زيارتكم',
  practice: 'تدريب: لا شيء يُباع',
  currency: 'درهم',
}
