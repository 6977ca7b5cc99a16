import type { BusinessDay } from '../kernel/stamp.ts'

/** What a bordereau de vente à l'exportation asks of a sale, from a day on until the next entry. */
export interface ExportRules {
  readonly from: BusinessDay
  /** Of the CGI: who may, and how. */
  readonly articles: readonly [string, string]
  /** Of the taxed goods, VAT included, bought of one seller in one day. Centimes. */
  readonly threshold: number
  /** The goods must leave in the buyer's own luggage within this many months of the sale. */
  readonly monthsToLeave: number
  /** How many days after the sale's own the form may still be made out; 0: on that day only. */
  readonly daysToIssue: number
  /** Beside the original: two more for the buyer, one that stays with the seller. */
  readonly copies: number
}

/**
 * Legal base: CGI art. 92-I-39° and 124-II; decree 2-06-574 of 31 December 2006, art. 26. Oldest first. Threshold, months
 * and copies stand in every source read. `daysToIssue` stands in none: the form states the day of the sale and is
 * signed by both at the sale, so the narrow reading is kept until an accountant allows more.
 */
export const exportRules: readonly ExportRules[] = [
  {
    from: '2007-01-01',
    articles: ['92-I-39°', '124-II'],
    threshold: 200_000,
    monthsToLeave: 3,
    daysToIssue: 0,
    copies: 3,
  },
]
