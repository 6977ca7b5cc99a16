import type { ScreenLanguage } from '../../kernel/language.ts'

/** What the slip of an artisan's account says besides names and numbers. */
export interface PayoutWords {
  readonly title: string
  readonly number: string
  readonly date: string
  readonly artisan: string
  readonly period: string
  readonly ticket: string
  /** Heads of the columns: what was paid for a piece, the artisan's part in percent, what is due of it. */
  readonly sold: string
  readonly share: string
  readonly due: string
  readonly nothingSold: string
  readonly totalSold: string
  readonly totalDue: string
  readonly advances: string
  readonly paid: string
  readonly remaining: string
  /** The artisan was given more than is due. */
  readonly owedToShop: string
  /** Some sign, some give their thumb. */
  readonly received: string
  readonly shop: string
}

export const payoutWords: Readonly<Record<ScreenLanguage, PayoutWords>> = {
  ar: {
    title: 'كشف حساب الصانع',
    number: 'كشف رقم',
    date: 'التاريخ',
    artisan: 'الصانع',
    period: 'الفترة',
    ticket: 'تذكرة',
    sold: 'ثمن البيع',
    share: 'الحصة',
    due: 'الواجب',
    nothingSold: 'لم يبع شيء في هذه الفترة',
    totalSold: 'مجموع المبيعات',
    totalDue: 'مجموع الواجب للصانع',
    advances: 'التسبيقات',
    paid: 'المدفوع',
    remaining: 'الباقي للصانع',
    owedToShop: 'الباقي للمتجر',
    received: 'توقيع الصانع أو بصمة إبهامه',
    shop: 'توقيع المتجر',
  },
  fr: {
    title: "COMPTE DE L'ARTISAN",
    number: 'Relevé n°',
    date: 'Date',
    artisan: 'Artisan',
    period: 'Période',
    ticket: 'Ticket',
    sold: 'Vendu',
    share: 'Part',
    due: 'Dû',
    nothingSold: 'Rien de vendu dans cette période',
    totalSold: 'Total vendu',
    totalDue: "Total dû à l'artisan",
    advances: 'Avances',
    paid: 'Payé',
    remaining: "Reste dû à l'artisan",
    owedToShop: 'Reste dû à la boutique',
    received: "Signature ou empreinte du pouce de l'artisan",
    shop: 'Signature de la boutique',
  },
  en: {
    title: "ARTISAN'S ACCOUNT",
    number: 'Statement no.',
    date: 'Date',
    artisan: 'Artisan',
    period: 'Period',
    ticket: 'Ticket',
    sold: 'Sold',
    share: 'Share',
    due: 'Due',
    nothingSold: 'Nothing sold in this period',
    totalSold: 'Total sold',
    totalDue: 'Total due to the artisan',
    advances: 'Advances',
    paid: 'Paid',
    remaining: 'Left to pay the artisan',
    owedToShop: 'Left to pay the shop',
    received: "Artisan's signature or thumb-print",
    shop: "Shop's signature",
  },
}
