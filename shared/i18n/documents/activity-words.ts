import type { ScreenLanguage } from '../../kernel/language.ts'

/** Words of the activity statement. Holes are `{name}`. */
export interface ActivityWords {
  readonly title: string
  /** With their colons, as each language writes them. */
  readonly artisan: string
  readonly shop: string
  readonly registration: string
  readonly period: string
  readonly madeOn: string
  readonly month: string
  readonly sales: string
  readonly takings: string
  readonly average: string
  readonly due: string
  readonly paid: string
  /** Of the shop's own statement: to all artisans together. */
  readonly dueAll: string
  readonly paidAll: string
  readonly total: string
  readonly mean: string
  readonly drawing: string
  readonly amounts: string
  readonly source: string
  readonly running: string
  readonly signed: string
  readonly check: string
  readonly unsigned: string
}

export const activityWords: Readonly<Record<ScreenLanguage, ActivityWords>> = {
  fr: {
    title: 'Relevé d’activité',
    artisan: 'Artisan\u00a0:',
    shop: 'Boutique\u00a0:',
    registration: 'Registre national de l’artisanat\u00a0:',
    period: 'Douze mois, de {from} à {to}',
    madeOn: 'Établi le {day}',
    month: 'Mois',
    sales: 'Ventes',
    takings: 'Recettes TTC',
    average: 'Panier moyen',
    due: 'Dû à l’artisan',
    paid: 'Versé à l’artisan',
    dueAll: 'Dû aux artisans',
    paidAll: 'Versé aux artisans',
    total: 'Total',
    mean: 'Moyenne par mois',
    drawing: 'Recettes de chaque mois',
    amounts: 'Montants en dirhams, retours déduits. Ce sont des recettes, non un bénéfice.',
    source: 'Tiré du journal chaîné de la caisse {till}, jusqu’à l’écriture {entry}.',
    running: 'Le dernier mois n’est pas terminé.',
    signed: 'Signé avec la clé {key}.',
    check:
      'Ce code contient les recettes et les dus de chaque mois. Il se vérifie sans réseau\u00a0: hanout verify-paper, ou la page verify-paper.html de la boutique.',
    unsigned: 'Non signé\u00a0: la caisse n’avait pas de clé utilisable.',
  },
  ar: {
    title: 'بيان النشاط',
    artisan: 'الصانع:',
    shop: 'المتجر:',
    registration: 'السجل الوطني للصناعة التقليدية:',
    period: 'اثنا عشر شهرا، من {from} إلى {to}',
    madeOn: 'حرر بتاريخ {day}',
    month: 'الشهر',
    sales: 'المبيعات',
    takings: 'المداخيل مع الضريبة',
    average: 'متوسط البيع',
    due: 'المستحق للصانع',
    paid: 'المدفوع للصانع',
    dueAll: 'المستحق للصناع',
    paidAll: 'المدفوع للصناع',
    total: 'المجموع',
    mean: 'المعدل الشهري',
    drawing: 'مداخيل كل شهر',
    amounts: 'المبالغ بالدرهم، بعد خصم المرجعات. هذه مداخيل وليست أرباحا.',
    source: 'مستخرج من السجل المترابط للصندوق {till}، إلى غاية القيد {entry}.',
    running: 'الشهر الأخير لم ينته بعد.',
    signed: 'موقع بالمفتاح {key}.',
    check:
      'يحتوي هذا الرمز على مداخيل ومستحقات كل شهر. يمكن التحقق منه دون شبكة: hanout verify-paper أو صفحة verify-paper.html الخاصة بالمتجر.',
    unsigned: 'غير موقع: لم يكن للصندوق مفتاح صالح.',
  },
  en: {
    title: 'Activity statement',
    artisan: 'Artisan:',
    shop: 'Shop:',
    registration: 'National register of crafts:',
    period: 'Twelve months, from {from} to {to}',
    madeOn: 'Made out on {day}',
    month: 'Month',
    sales: 'Sales',
    takings: 'Takings incl. VAT',
    average: 'Average sale',
    due: 'Due to artisan',
    paid: 'Paid to artisan',
    dueAll: 'Due to artisans',
    paidAll: 'Paid to artisans',
    total: 'Total',
    mean: 'Mean of a month',
    drawing: 'Takings of each month',
    amounts: 'Amounts in dirhams, returns taken off. These are takings, not profit.',
    source: 'From the chained journal of till {till}, up to entry {entry}.',
    running: 'The last month is not over.',
    signed: 'Signed with key {key}.',
    check:
      'This code holds the takings and dues of each month. It can be checked without a network: hanout verify-paper, or the shop’s page verify-paper.html.',
    unsigned: 'Not signed: the till had no key it could use.',
  },
}
