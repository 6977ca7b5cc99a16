import type { firstRun as source } from '../en/first-run.ts'

export const firstRun: Record<keyof typeof source, string> = {
  'firstRun.title': 'مرحباً بك في صندوقك',
  'firstRun.lead': 'مبيعات لا تضيع بانقطاع الكهرباء، وبطاقة لا يُخصم منها مرتين، ووصل بلغة الزائر.',
  'firstRun.demo': 'جرّب المحل التجريبي',
  'firstRun.demo.body':
    'حوالي ستين قطعة من الصناعة التقليدية، وجهاز أداء وطابعة للتدريب. لا شيء يُوصل ولا شيء يُكتب.',
  'firstRun.setup': 'أنشئ محلي',
  'firstRun.setup.body': 'اسم ومدينة ورقم سري. والباقي يمكن أن ينتظر.',
  'firstRun.form.title': 'محلك',
  'firstRun.name': 'اسم المحل بالحروف اللاتينية',
  'firstRun.nameAr': 'اسم المحل بالعربية',
  'firstRun.city': 'المدينة',
  'firstRun.ice': 'التعريف الموحد للمقاولة ICE (15 رقماً) إن وُجد',
  'firstRun.ice.wrong': 'يتكون ICE من 15 رقماً بالضبط.',
  'firstRun.ice.unusual': 'تحقق من هذه الأرقام: رقما المراقبة لا يطابقان. يمكنك المتابعة.',
  'firstRun.owner': 'اسمك',
  'firstRun.pin': 'رقمك السري، من 4 إلى 8 أرقام',
  'firstRun.pin.again': 'الرقم السري مرة أخرى',
  'firstRun.pin.wrong': 'يتكون الرقم السري من 4 إلى 8 أرقام.',
  'firstRun.pin.differs': 'الرقمان مختلفان.',
  'firstRun.missing': 'هذا ضروري.',
  'firstRun.open': 'افتح محلي',
  'firstRun.opening': 'جارٍ تجهيز المحل…',
}
