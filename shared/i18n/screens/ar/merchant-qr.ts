import type { merchantQr as source } from '../en/merchant-qr.ts'

export const merchantQr: Record<keyof typeof source, string> = {
  'merchantQr.title': 'الأداء بالهاتف',
  'merchantQr.ready': 'جاهز',
  'merchantQr.set': 'رمز البنك محفوظ؛ يضع الصندوق المبلغ فيه لكل زائر.',
  'merchantQr.none': 'مع رمز التاجر من البنك يمسح الزائر المبلغ من الشاشة ويؤدي بهاتفه.',
  'merchantQr.managers': 'لا يغيّر الرمز إلا مسؤول أو صاحب المحل.',
  'merchantQr.text': 'نص الرمز',
  'merchantQr.textHint': 'ألصقه كما أرسله البنك. يبدأ بـ ‎000201.',
  'merchantQr.picture': 'رمز التاجر',
  'merchantQr.preview': 'امسحه بهاتفك قبل حفظه: يجب أن يظهر اسم محلك.',
  'merchantQr.save': 'احفظ هذا الرمز',
  'merchantQr.remove': 'احذف الرمز',
  'merchantQr.pays': 'يؤدي إلى {name}، {city}',
  'merchantQr.fault.checksum': 'حرف ناقص أو متغير: انسخه مرة أخرى كاملًا.',
  'merchantQr.fault.notMerchantQr': 'هذا ليس رمز تاجر.',
  'merchantQr.fault.currency': 'هذا الرمز ليس بالدرهم.',
  'merchantQr.fault.incomplete': 'ينقص شيء في هذا الرمز: اطلبه من البنك مرة أخرى.',
}
