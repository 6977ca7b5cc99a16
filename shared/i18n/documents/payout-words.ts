import type { ScreenLanguage } from '../../kernel/language.ts'

/** What the papers of an artisan's account say besides names and numbers. */
export interface PayoutWords {
  /** Heads: of what was paid out, of what was given on account, of an account. */
  readonly title: string
  readonly advanceTitle: string
  readonly statementTitle: string
  readonly number: string
  readonly date: string
  readonly artisan: string
  readonly registration: string
  readonly period: string
  readonly ticket: string
  /** Heads of the columns: what was paid for a piece, the artisan's part, what is due of it. */
  readonly sold: string
  readonly share: string
  readonly due: string
  readonly returned: string
  readonly nothingSold: string
  /** How many moves of the period were before the first that is listed. */
  readonly earlier: string
  readonly totalSold: string
  readonly totalDue: string
  /** Left over from the days before. */
  readonly carried: string
  /** Given already, in the days of the slip. */
  readonly given: string
  /** Sold, given back and given on days that the slip does not list. */
  readonly otherDays: string
  readonly advance: string
  readonly payout: string
  readonly advances: string
  readonly payouts: string
  /** What is due before this slip. */
  readonly dueNow: string
  readonly paid: string
  readonly paidBy: string
  readonly reference: string
  readonly remaining: string
  /** The artisan was given more than is due. */
  readonly owedToShop: string
  /** Some sign, some give their thumb. */
  readonly received: string
  readonly shop: string
  /** What was agreed: in whose name pieces are sold, and the part of the price. */
  readonly agreed: string
  readonly agent: string
  readonly principal: string
  readonly asEachPiece: string
  readonly ofThePrice: string
  readonly eachPiece: string
  readonly upTo: string
  readonly above: string
}

export const payoutWords: Readonly<Record<ScreenLanguage, PayoutWords>> = {
  ar: {
    title: 'أداء للصانع',
    advanceTitle: 'تسبيق للصانع',
    statementTitle: 'كشف حساب الصانع',
    number: 'وصل رقم',
    date: 'التاريخ',
    artisan: 'الصانع',
    registration: 'رقم السجل',
    period: 'الفترة',
    ticket: 'تذكرة',
    sold: 'ثمن البيع',
    share: 'الحصة',
    due: 'الواجب',
    returned: 'مرجوع',
    nothingSold: 'لم يبع شيء في هذه الفترة',
    earlier: 'حركات سابقة غير مفصلة',
    totalSold: 'مجموع المبيعات',
    totalDue: 'الواجب عن المبيعات',
    carried: 'رصيد ما قبل الفترة',
    given: 'المدفوع في الفترة',
    otherDays: 'حركات أيام أخرى',
    advance: 'تسبيق',
    payout: 'أداء',
    advances: 'التسبيقات',
    payouts: 'الأداءات',
    dueNow: 'الواجب للصانع',
    paid: 'المدفوع اليوم',
    paidBy: 'طريقة الدفع',
    reference: 'المرجع',
    remaining: 'الباقي للصانع',
    owedToShop: 'الباقي للمتجر',
    received: 'توقيع الصانع أو بصمة إبهامه',
    shop: 'توقيع المتجر',
    agreed: 'المتفق عليه',
    agent: 'البيع باسم الصانع',
    principal: 'البيع باسم المتجر',
    asEachPiece: 'حسب كل قطعة',
    ofThePrice: 'من ثمن البيع',
    eachPiece: 'عن كل قطعة',
    upTo: 'إلى غاية',
    above: 'ما فوق',
  },
  fr: {
    title: "PAIEMENT À L'ARTISAN",
    advanceTitle: "AVANCE À L'ARTISAN",
    statementTitle: "COMPTE DE L'ARTISAN",
    number: 'Reçu n°',
    date: 'Date',
    artisan: 'Artisan',
    registration: 'N° RNA',
    period: 'Période',
    ticket: 'Ticket',
    sold: 'Vendu',
    share: 'Part',
    due: 'Dû',
    returned: 'Rendu',
    nothingSold: 'Rien de vendu dans cette période',
    earlier: 'Lignes plus anciennes, non détaillées',
    totalSold: 'Total vendu',
    totalDue: 'Dû sur les ventes',
    carried: 'Solde avant la période',
    given: 'Versé dans la période',
    otherDays: "Mouvements d'autres jours",
    advance: 'Avance',
    payout: 'Paiement',
    advances: 'Avances',
    payouts: 'Paiements',
    dueNow: "Dû à l'artisan",
    paid: 'Versé ce jour',
    paidBy: 'Versé par',
    reference: 'Référence',
    remaining: "Reste dû à l'artisan",
    owedToShop: 'Reste dû à la boutique',
    received: "Signature ou empreinte du pouce de l'artisan",
    shop: 'Signature de la boutique',
    agreed: 'Convenu',
    agent: "Vendu au nom de l'artisan",
    principal: 'Vendu au nom de la boutique',
    asEachPiece: 'selon chaque pièce',
    ofThePrice: 'du prix de vente',
    eachPiece: 'par pièce',
    upTo: "jusqu'à",
    above: 'au-delà',
  },
  en: {
    title: 'PAYMENT TO THE ARTISAN',
    advanceTitle: 'ADVANCE TO THE ARTISAN',
    statementTitle: "ARTISAN'S ACCOUNT",
    number: 'Slip no.',
    date: 'Date',
    artisan: 'Artisan',
    registration: 'RNA no.',
    period: 'Period',
    ticket: 'Ticket',
    sold: 'Sold',
    share: 'Share',
    due: 'Due',
    returned: 'Returned',
    nothingSold: 'Nothing sold in this period',
    earlier: 'Earlier lines, not listed',
    totalSold: 'Total sold',
    totalDue: 'Due for sales',
    carried: 'Balance before the period',
    given: 'Given in the period',
    otherDays: 'Moves of other days',
    advance: 'Advance',
    payout: 'Payment',
    advances: 'Advances',
    payouts: 'Payments',
    dueNow: 'Due to the artisan',
    paid: 'Given today',
    paidBy: 'Given by',
    reference: 'Reference',
    remaining: 'Left to pay the artisan',
    owedToShop: 'Left to pay the shop',
    received: "Artisan's signature or thumb-print",
    shop: "Shop's signature",
    agreed: 'Agreed',
    agent: "Sold in the artisan's name",
    principal: "Sold in the shop's name",
    asEachPiece: 'as each piece says',
    ofThePrice: 'of the price',
    eachPiece: 'for each piece',
    upTo: 'up to',
    above: 'above that',
  },
}
