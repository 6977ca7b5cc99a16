import type { ScreenLanguage } from '../../kernel/language.ts'

/** What the strip of a shift says besides names and numbers; it is for the shop, in one language. */
export interface ShiftWords {
  /** Read any time; nothing is reset. */
  readonly x: string
  readonly z: string
  /** Below `x`. */
  readonly open: string
  readonly day: string
  readonly shift: string
  readonly till: string
  readonly cashier: string
  readonly opened: string
  readonly closed: string
  readonly printed: string
  readonly tickets: string
  readonly noTickets: string
  readonly sales: string
  readonly refunds: string
  readonly voids: string
  readonly cancelled: string
  readonly openings: string
  readonly gross: string
  readonly discounts: string
  readonly rounding: string
  readonly payments: string
  readonly cards: string
  readonly unnamedScheme: string
  readonly drawer: string
  readonly float: string
  readonly drawerCash: string
  readonly in: string
  readonly out: string
  readonly expected: string
  readonly counted: string
  readonly difference: string
  readonly standingTests: string
  readonly unknownAttempts: string
  readonly grandTotal: string
  readonly code: string
  readonly signature: string
}

export const shiftWords: Readonly<Record<ScreenLanguage, ShiftWords>> = {
  ar: {
    x: 'كشف X',
    z: 'كشف Z',
    open: 'قراءة مؤقتة: الحصة ما زالت مفتوحة',
    day: 'يوم العمل',
    shift: 'الحصة',
    till: 'الصندوق',
    cashier: 'البائع',
    opened: 'الافتتاح',
    closed: 'الإغلاق',
    printed: 'الطباعة',
    tickets: 'التذاكر',
    noTickets: 'لا تذكرة',
    sales: 'المبيعات',
    refunds: 'الاسترجاعات',
    voids: 'منها إلغاءات البطاقة',
    cancelled: 'بيوع متخلى عنها',
    openings: 'فتح الدرج دون بيع',
    gross: 'المجموع مع الضريبة',
    discounts: 'التخفيضات',
    rounding: 'تقريب النقد',
    payments: 'الأداءات',
    cards: 'البطاقات حسب الشبكة',
    unnamedScheme: 'غير محددة',
    drawer: 'الدرج',
    float: 'رصيد البداية',
    drawerCash: 'نقد البيع',
    in: 'إيداع',
    out: 'سحب',
    expected: 'المنتظر',
    counted: 'المعدود',
    difference: 'الفرق',
    standingTests: 'تجارب لم تلغ',
    unknownAttempts: 'أداءات مجهولة المصير',
    grandTotal: 'المجموع الدائم',
    code: 'الرمز',
    signature: 'توقيع البائع',
  },
  fr: {
    x: 'RELEVÉ X',
    z: 'CLÔTURE Z',
    open: 'Lecture : la session reste ouverte',
    day: "Journée d'activité",
    shift: 'Session',
    till: 'Caisse',
    cashier: 'Vendeur',
    opened: 'Ouverture',
    closed: 'Clôture',
    printed: 'Imprimé',
    tickets: 'Tickets n°',
    noTickets: 'Aucun ticket',
    sales: 'Ventes',
    refunds: 'Remboursements',
    voids: 'dont annulations carte',
    cancelled: 'Ventes abandonnées',
    openings: 'Tiroir ouvert sans vente',
    gross: 'TOTAL TTC',
    discounts: 'Remises accordées',
    rounding: 'Arrondi espèces',
    payments: 'RÈGLEMENTS',
    cards: 'CARTES PAR RÉSEAU',
    unnamedScheme: 'Non précisé',
    drawer: 'TIROIR',
    float: 'Fond de caisse',
    drawerCash: 'Espèces des ventes',
    in: 'Entrées',
    out: 'Sorties',
    expected: 'Attendu',
    counted: 'Compté',
    difference: 'Écart',
    standingTests: 'Tests non annulés',
    unknownAttempts: 'Paiements incertains',
    grandTotal: 'Total perpétuel',
    code: 'Code',
    signature: 'Signature du vendeur',
  },
  en: {
    x: 'X REPORT',
    z: 'Z REPORT',
    open: 'A reading: the shift stays open',
    day: 'Business day',
    shift: 'Shift',
    till: 'Till',
    cashier: 'Cashier',
    opened: 'Opened',
    closed: 'Closed',
    printed: 'Printed',
    tickets: 'Tickets no.',
    noTickets: 'No ticket',
    sales: 'Sales',
    refunds: 'Refunds',
    voids: 'of which card voids',
    cancelled: 'Sales given up',
    openings: 'Drawer opened, no sale',
    gross: 'TOTAL INCL. VAT',
    discounts: 'Discounts given',
    rounding: 'Cash rounding',
    payments: 'PAYMENTS',
    cards: 'CARDS BY SCHEME',
    unnamedScheme: 'Not named',
    drawer: 'DRAWER',
    float: 'Float',
    drawerCash: 'Cash of sales',
    in: 'Paid in',
    out: 'Paid out',
    expected: 'Expected',
    counted: 'Counted',
    difference: 'Difference',
    standingTests: 'Tests not undone',
    unknownAttempts: 'Payments in doubt',
    grandTotal: 'Perpetual total',
    code: 'Code',
    signature: "Cashier's signature",
  },
}
