import { booksRefusals } from './books-refusals.data.ts'
import { marketplaceRefusals } from './marketplace-refusals.data.ts'
import { paperRefusals } from './paper-refusals.data.ts'
import { settlementRefusals } from './settlement-refusals.data.ts'
import type { RefusalTable } from './words.ts'

const unmoved = 'لم يتحرك أي مال.'
const uncharged = 'لم يُخصم من أي بطاقة.'
const ungiven = 'لم يُرجَع أي مال.'

export const refusalsAr: RefusalTable = {
  ...paperRefusals.ar,
  ...settlementRefusals.ar,
  ...marketplaceRefusals.ar,
  ...booksRefusals.ar,
  noOpenShift: { title: 'الصندوق مغلق', money: unmoved, next: 'افتح الصندوق: عُدّ المال الأولي وأدخله.' },
  shiftOpen: { title: 'الصندوق مفتوح من قبل', money: unmoved, next: 'أغلقه قبل فتحه من جديد.' },
  noOpenSale: { title: 'لا يوجد بيع جارٍ', money: unmoved, next: 'امسح رمز قطعة أو اخترها لبدء البيع.' },
  saleOpen: { title: 'هناك بيع لم ينتهِ بعد', money: unmoved, next: 'أتممه أو علّقه أو ألغه أولاً.' },
  unresolvedCharge: {
    title: 'أداء بالبطاقة لم يُحسم بعد',
    money: 'لا نعرف هل أُخذ {amount, select, none {المال} other {مبلغ {amount}}} أم لا.',
    next: 'اسأل جهاز الأداء من جديد، أو انظر إلى شاشته وآخر وصل منه، ثم أجب هنا. لا تخصم من البطاقة مرة ثانية.',
  },
  moneyTaken: {
    title: 'أُخذ مال لهذا البيع من قبل',
    money: 'ما أُخذ يبقى مسجلاً{amount, select, none {} other {: {amount}}}.',
    next: 'استخلص الباقي لإتمام البيع. ولإرجاع المال، استرجع التذكرة بعد ذلك.',
  },
  nothingToResolve: {
    title: 'لا يوجد أداء ينتظر جواباً',
    money: 'هذا الأداء محسوم من قبل؛ لم يتغير شيء.',
    next: 'تابع البيع.',
  },
  nothingToPay: { title: 'لا شيء للأداء', money: unmoved, next: 'أضف قطعة إلى البيع أولاً.' },
  exceedsDue: {
    title: 'هذا أكثر من الباقي للأداء',
    money: unmoved,
    next: 'خذ {due, select, none {ما تبقى} other {{due}}} على الأكثر.',
  },
  cashCeiling: {
    title: 'المبلغ أكبر من أن يؤدى نقداً',
    money: 'لم يُؤخذ أي نقد.',
    next: 'تذكرة {ceiling, select, none {بهذا المبلغ} other {قدرها {ceiling} أو أكثر}} لا تؤدى نقداً. اطلب بطاقة أو تحويلاً أو شيكاً.',
  },
  belowFloor: {
    title: 'أقل من أدنى ثمن',
    money: 'لم يتغير الثمن ولم يتحرك أي مال.',
    next: '{floor, select, none {اطلب موافقة المسؤول.} other {ابقَ عند {floor} أو أكثر، أو اطلب موافقة المسؤول.}}',
  },
  abovePosted: {
    title: 'أعلى من الثمن المعروض',
    money: 'لم يتغير الثمن ولم يتحرك أي مال.',
    next: 'اتفق على {posted, select, none {الثمن المعروض} other {{posted}}} أو أقل.',
  },
  alreadySold: {
    title: 'هذه القطعة مبيعة أو في بيع آخر',
    money: unmoved,
    next: 'انظر في البيوع المعلقة. الاسترجاع يعيد القطعة إلى الرف.',
  },
  unknownItem: {
    title: 'لا توجد سلعة بهذا الرمز{code, select, none {} other {: {code}}}',
    money: unmoved,
    next: 'امسح الرمز من جديد، أو ابحث بالاسم.',
  },
  unknownLine: { title: 'هذا السطر لم يعد موجوداً', money: unmoved, next: 'انظر إلى اللائحة واختر من جديد.' },
  unknownTicket: {
    title: 'لا توجد تذكرة كهذه',
    money: unmoved,
    next: 'تحقق من الرقم على الوصل، أو ابحث بالقطعة أو بآخر أربعة أرقام من البطاقة.',
  },
  unknownParked: {
    title: 'لا يوجد بيع معلق بهذا الاسم',
    money: unmoved,
    next: 'اختر من البيوع المعلقة.',
  },
  overRefund: {
    title: 'هذا أكثر مما يمكن إرجاعه',
    money: ungiven,
    next: '{left, select, none {انظر إلى ما أُرجع من هذه التذكرة.} other {الباقي للإرجاع في هذا السطر: {left}.}}',
  },
  badInput: { title: 'لم يستطع الصندوق قراءة هذا', money: unmoved, next: 'تحقق مما أدخلته وحاول من جديد.' },
  badAmount: {
    title: 'هذا ليس مبلغاً',
    money: unmoved,
    next: 'أدخل الدراهم: صفر أو أكثر، برقمين على الأكثر بعد الفاصلة.',
  },
  badQuantity: { title: 'هذه ليست كمية', money: unmoved, next: 'أدخل عدداً صحيحاً من 1 إلى 9999.' },
  badName: {
    title: 'الاسم ناقص، أو لا أحد هنا يحمله',
    money: unmoved,
    next: 'اختر اسماً من أهل المحل، أو أدخل اسماً لا يتجاوز 60 حرفاً.',
  },
  inputTooLarge: { title: 'هذا طويل جداً', money: unmoved, next: 'اختصره وحاول من جديد.' },
  locked: { title: 'الصندوق مقفل', money: unmoved, next: 'اختر اسمك وأدخل رقمك السري.' },
  wrongPin: {
    title: 'الرقم السري خاطئ',
    money: unmoved,
    next: '{waitSeconds, select, none {تحقق من اسمك وأدخل الرقم من جديد.} other {{waitSeconds, plural, one {انتظر ثانية واحدة} two {انتظر ثانيتين} few {انتظر # ثوانٍ} other {انتظر # ثانية}} ثم أدخل الرقم من جديد.}}',
  },
  managerNeeded: { title: 'يلزم حضور مسؤول', money: unmoved, next: 'نادِ مسؤولاً أو صاحب المحل ليسمح بذلك.' },
  attemptInProgress: {
    title: 'هناك أداء بالبطاقة جارٍ',
    money: 'الأداء ما زال مستمراً على الجهاز.',
    next: 'انتظر حتى ينتهي جهاز الأداء.',
  },
  noTerminal: {
    title: 'لم يُضبط أي جهاز أداء',
    money: uncharged,
    next: 'استعمل طريقة أداء أخرى، أو اضبط جهازاً في صفحة الأجهزة.',
  },
  terminalUnreachable: {
    title: 'جهاز الأداء لا يجيب',
    money: 'لم يُخصم من أي بطاقة: لم يُرسل شيء.',
    next: 'تأكد من أنه مشغل وموصول ثم حاول من جديد، أو استعمل طريقة أداء أخرى.',
  },
  terminalCannotRefund: {
    title: 'هذا الجهاز لا يُرجع المال إلى البطاقة',
    money: ungiven,
    next: 'أرجع المال نقداً.',
  },
  notVoidable: {
    title: 'لا يمكن للجهاز إلغاء هذه التذكرة',
    money: ungiven,
    next: 'لا تُلغى إلا تذكرة كاملة أُدّيت ببطاقة واحدة على هذا الجهاز منذ فتح الصندوق. أرجعها سطراً سطراً بدل ذلك.',
  },
  notTestable: {
    title: 'لا يمكن اختبار هذا الجهاز من هنا',
    money: uncharged,
    next: 'الجهاز غير موصول بالصندوق: ما تكتبه عليه هو الاختبار.',
  },
  slipMissing: {
    title: 'تنقص أرقام وصل الجهاز',
    money: 'لم يُسجَّل شيء بعد، والأداء على الجهاز.',
    next: 'انقل رقم الإذن والأرقام الأربعة الأخيرة للبطاقة من الوصل.',
  },
  noMerchantQr: {
    title: 'ليس للمتجر رمز أداء',
    money: unmoved,
    next: 'أدخل الرمز الذي أعطاك إياه البنك في «الأجهزة»، «الأداء بالهاتف»، أو خذ وسيلة أداء أخرى.',
  },
  noPrinter: {
    title: 'لم تُضبط أي طابعة',
    money: 'لم يتحرك أي مال، والتذكرة محفوظة.',
    next: 'اضبط طابعة في صفحة الأجهزة. يمكن طبع الوصل من جديد في أي وقت.',
  },
  printerBusy: {
    title: 'الطابعة مشغولة',
    money: 'لم يتحرك أي مال، والتذكرة محفوظة.',
    next: 'انتظر خروج الورق ثم حاول من جديد.',
  },
  printerTrouble: {
    title: 'الطابعة تحتاج إلى نظرة',
    money: 'لم يتحرك أي مال، والتذكرة محفوظة.',
    next: 'تقول صفحة الأجهزة ما ينقصها: الورق أو غلق الغطاء أو السلك.',
  },
  readerTrouble: {
    title: 'القارئ لا يجيب',
    money: unmoved,
    next: 'تحقق من سلكه ثم حاول من جديد. ويمكن كتابة الرموز في هذه الأثناء.',
  },
  deviceUnknown: {
    title: 'هذا الجهاز غير مضبوط هنا',
    money: unmoved,
    next: 'انظر إلى لائحة الأجهزة.',
  },
  deviceCannot: {
    title: 'هذا الجهاز لا يستطيع ذلك',
    money: unmoved,
    next: 'بطاقته تقول ما يستطيعه. أما الباقي فيتم على الجهاز نفسه.',
  },
  terminalSaidNo: {
    title: 'لم يفعل جهاز الأداء ذلك{reason, select, none {} other {: {reason}}}',
    money: uncharged,
    next: 'انظر إلى شاشته ثم حاول من جديد{code, select, none {} other { (الرمز {code})}}.',
  },
  ledgerUnwritable: {
    title: 'القرص يرفض الكتابة',
    money: 'لم يتحرك أي مال: الصندوق يرفض قبل أن يأخذ شيئاً.',
    next: 'أفرغ مساحة في القرص أو افحصه ثم حاول من جديد. لا تبع شيئاً حتى ذلك الحين.',
  },
  clockWentBack: {
    title: 'ساعة الحاسوب رجعت إلى الوراء',
    money: unmoved,
    next: 'اضبط تاريخ الحاسوب وساعته ثم حاول من جديد.',
  },
  notSetUp: {
    title: 'لا محل في هذا الصندوق بعد',
    money: unmoved,
    next: 'جرّب محل العرض أو أنشئ محلك.',
  },
  alreadySetUp: { title: 'لهذا الصندوق محل من قبل', money: unmoved, next: 'افتح قفله وتابع.' },
  catalogueMalformed: {
    title:
      'في ملف السلع خطأ{line, select, none {} other { في السطر {line}}}{column, select, none {} other {، العمود {column}}}',
    money: 'لم يُحمَّل منه شيء ولم يتحرك أي مال.',
    next: 'صحح الخطأ{reason, select, none {} other { ({reason})}} وحمّل الملف من جديد.',
  },
  forbidden: {
    title: 'هذا غير مسموح به هنا',
    money: unmoved,
    next: 'استعمل نافذة حانوت نفسها، أو افتح القفل باسم شخص مخوَّل.',
  },
  internal: {
    title: 'لم يستطع الصندوق إتمام هذا',
    money: 'كل ما سُجل من قبل محفوظ. وإذا كان أداء بالبطاقة جارياً فالصندوق يسأل الجهاز عنه.',
    next: 'حاول مرة أخرى. إن تكرر ذلك فأعد تشغيل الصندوق: سيجد كل شيء كما كان.',
  },
}
