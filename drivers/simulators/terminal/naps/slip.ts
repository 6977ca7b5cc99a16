import { netOf, type PeriodTotals } from '../period-totals.ts'
import type { Transaction } from './book.ts'

const columns = 32
const rule = '-'.repeat(columns)

/** One printed line: number, S(imple) or G (bold), C(entre) G (left) D (right), text (guide v1.1 §4.1). */
const line = (number: number, text: string, align: 'C' | 'G' | 'D' = 'G', style: 'S' | 'G' = 'S'): string => {
  const shown = [...text].slice(0, columns).join('')
  return `030002${String(number).padStart(2, '0')}031001${style}032001${align}033${String([...shown].length).padStart(3, '0')}${shown}`
}

/** Lines joined by `*`; the closing `?` is the message's terminator. */
const paper = (texts: readonly (readonly [string, ('C' | 'G' | 'D')?, ('S' | 'G')?])[]): string =>
  texts.map(([text, align, style], index) => line(index + 1, text, align, style)).join('*')

const head = [
  ['NAPS', 'C', 'G'],
  ['HANOUT DEMO', 'C'],
  ['Fès', 'C'],
  [rule],
  ['N° Commerçant : 2260292'],
  ['N° Terminal : 00000001'],
] as const

const dirhams = (minor: number): string =>
  `${Math.floor(minor / 100)},${String(minor % 100).padStart(2, '0')}`
const shown = (date: string, time: string): string =>
  `${date.slice(0, 2)}/${date.slice(2, 4)}/${date.slice(4)} ${time.slice(0, 2)}:${time.slice(2, 4)}:${time.slice(4)}`

/** @param card as it is to be printed; @param long a receipt of more than 999 characters */
export function saleSlip(sale: Transaction, card: string, title: string, long: boolean): string {
  const extra = long
    ? Array.from({ length: 20 }, (_, i) => [`* Conditions générales * ${i + 1} ?`] as const)
    : []
  return paper([
    ...head,
    [shown(sale.date, sale.time)],
    [rule],
    [title, 'C', 'G'],
    ['MASTERCARD'],
    [card],
    [`Montant : ${dirhams(sale.amountMinor)} MAD`, 'G', 'G'],
    [`N° Autorisation : ${sale.authorisation}`],
    [`STAN : ${sale.stan}`],
    ...extra,
    [rule],
    ['Merci, à bientôt', 'C'],
    ['www.naps.ma', 'C'],
  ])
}

/** The slip of a refused sale: no card, no authorisation. */
export function refusalSlip(sale: Transaction): string {
  return paper([
    ...head,
    [shown(sale.date, sale.time)],
    [rule],
    ['TRANSACTION REFUSEE', 'C', 'G'],
    [`Code : ${sale.code}`, 'C'],
    [`STAN : ${sale.stan}`],
  ])
}

/** The slip of 110. What was undone stands among the sales, too; the last line is what the shop is owed. */
export function totalsSlip(totals: PeriodTotals): string {
  const { sales, voids } = totals
  return paper([
    ...head,
    [rule],
    ['TELECOLLECTE', 'C', 'G'],
    [`Ventes : ${sales.count}`],
    [`Montant : ${dirhams(sales.minor)} MAD`],
    [`Annulations : ${voids.count}`],
    [`Montant : ${dirhams(voids.minor)} MAD`],
    [`Total : ${dirhams(netOf(totals))} MAD`, 'G', 'G'],
  ])
}

/** The slip of 113 and 111. */
export const referencingSlip = (): string => paper([...head, [rule], ['DEVISE : MAD (504)']])
