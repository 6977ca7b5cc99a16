import type { forwards as source } from '../en/forwards.ts'

export const forwards: Record<keyof typeof source, string> = {
  'forwards.host':
    '{count, plural, one {تسوية واحدة تنتظر منذ {when}} two {تسويتان تنتظران منذ {when}} few {# تسويات تنتظر منذ {when}} other {# تسوية تنتظر منذ {when}}}',
  'forwards.marketplace':
    '{count, plural, one {خبر واحد للسوق الإلكتروني ينتظر منذ {when}} two {خبران للسوق الإلكتروني ينتظران منذ {when}} few {# أخبار للسوق الإلكتروني تنتظر منذ {when}} other {# خبرا للسوق الإلكتروني ينتظر منذ {when}}}',
  'forwards.other':
    '{count, plural, one {رسالة واحدة تنتظر منذ {when}} two {رسالتان تنتظران منذ {when}} few {# رسائل تنتظر منذ {when}} other {# رسالة تنتظر منذ {when}}}',
  'forwards.asks':
    '{count, plural, one {تسوية واحدة تحتاجك} two {تسويتان تحتاجانك} few {# تسويات تحتاجك} other {# تسوية تحتاجك}}',
  'forwards.collected':
    '{count, plural, one {أداء واحد للتسوية} two {أداءان للتسوية} few {# أداءات للتسوية} other {# أداء للتسوية}}',
  'forwards.setAside':
    '{count, plural, one {رسالة واحدة توقفت بعد محاولات كثيرة: تحتاجك} two {رسالتان توقفتا بعد محاولات كثيرة: تحتاجانك} few {# رسائل توقفت بعد محاولات كثيرة: تحتاجك} other {# رسالة توقفت بعد محاولات كثيرة: تحتاجك}}',
  'forwards.forked':
    'قاعدة المحل تعرف مبيعات أخرى لهذا الصندوق: من قبل استرجاعه من نسخة احتياطية، أو من صندوق ثانٍ يحمل اسمه. البيع مستمر؛ اتصلوا بمن يعتني بالصناديق.',
  'forwards.because': '{what}: {why}',
  'forwards.trouble.noNetwork': 'لا توجد شبكة',
  'forwards.trouble.silent': 'لا جواب',
  'forwards.trouble.lineLost': 'انقطع الخط',
  'forwards.trouble.garbage': 'الجواب غير مقروء',
  'forwards.trouble.notSignedOn': 'لم يقبل الطرف الآخر دخولنا',
  'forwards.trouble.refused': 'رفض الطرف الآخر',
  'forwards.trouble.journalForked': 'لقاعدة المحل رواية أخرى عن هذا الصندوق',
  'forwards.trouble.closing': 'كان الصندوق يُغلق',
  'forwards.trouble.internal': 'خلل في الصندوق',
  'forwards.now': 'محاولة جارية الآن.',
  'forwards.next': 'محاولة جديدة تلقائيا على الساعة {time}. البيع مستمر.',
}
