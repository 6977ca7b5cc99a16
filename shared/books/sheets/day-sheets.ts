import type { Tender } from '../../cart/ticket.ts'
import type { ExportWords } from '../../i18n/documents/export-words.ts'
import type { VatClass } from '../../tax/vat-class.ts'
import { grossOf, vatTotals } from '../ticket-sums.ts'
import type { DaySums } from './day-sums.ts'
import { type Column, minus, plus, rowOf, type SheetRow } from './sheet.ts'

/** In the order papers list them. */
const tenderKinds = [
  'cash',
  'card',
  'mobile',
  'transfer',
  'cheque',
  'online',
] as const satisfies readonly Tender['kind'][]

/** The class as a person names it. */
export const classLabel = (vatClass: VatClass, words: ExportWords): string =>
  vatClass === 'exempt' ? words.exempt : `${vatClass} %`

type DayColumn =
  | 'day'
  | 'z'
  | 'first'
  | 'last'
  | 'salesCount'
  | 'sales'
  | 'refundsCount'
  | 'refunds'
  | 'gross'
  | 'discounts'
  | 'net'
  | 'vat'
  | 'rounding'
  | 'dutyAdded'
  | 'dutyShop'
  | Tender['kind']
  | 'paid'
  | 'check'

/** One row a business day. */
export function dayColumns(words: ExportWords): readonly Column<DayColumn>[] {
  const amount = (key: Exclude<DayColumn, Tender['kind']>, width = 14): Column<DayColumn> => ({
    key,
    title: words[key],
    kind: 'amount',
    width,
    summed: true,
  })
  const counted = (key: 'salesCount' | 'refundsCount'): Column<DayColumn> => ({
    ...{ key, title: words[key], kind: 'number', width: 11 },
    summed: true,
  })
  const number = (key: 'first' | 'last'): Column<DayColumn> => ({
    ...{ key, title: words[key], kind: 'number', width: 10 },
  })
  return [
    { key: 'day', title: words.day, kind: 'day', width: 12 },
    { key: 'z', title: words.z, kind: 'text', width: 9 },
    number('first'),
    number('last'),
    counted('salesCount'),
    amount('sales'),
    counted('refundsCount'),
    amount('refunds'),
    { ...amount('gross'), made: plus('sales', 'refunds') },
    amount('discounts', 12),
    amount('net'),
    amount('vat'),
    amount('rounding', 11),
    amount('dutyAdded', 13),
    amount('dutyShop', 13),
    ...tenderKinds.map(
      (key): Column<DayColumn> => ({
        ...{ key, title: words.tenders[key], kind: 'amount', width: 14 },
        summed: true,
      }),
    ),
    { ...amount('paid'), made: plus(...tenderKinds) },
    {
      ...amount('check', 10),
      made: [...plus('gross', 'rounding', 'dutyAdded'), ...minus('paid')],
    },
  ]
}

export function dayRow(columns: readonly Column<DayColumn>[], sums: DaySums): SheetRow {
  const { tickets, duty, closings } = sums
  const vat = vatTotals(tickets)
  const gross = grossOf(tickets)
  const paid = tenderKinds.map((kind) => [kind, tickets.tenders.get(kind)?.amount ?? 0] as const)
  const paidTotal = sum(paid.map(([, amount]) => amount))
  return rowOf(columns, {
    day: sums.day,
    z: closings.length === 0 ? null : closings.join(', '),
    first: sums.first,
    last: sums.last,
    salesCount: tickets.sales.count,
    sales: tickets.sales.amount,
    refundsCount: tickets.refunds.count,
    refunds: tickets.refunds.amount,
    gross,
    discounts: tickets.discounts,
    net: sum(vat.map((each) => each.net)),
    vat: sum(vat.map((each) => each.vat)),
    rounding: tickets.rounding,
    dutyAdded: duty.customer,
    dutyShop: duty.shop,
    ...(Object.fromEntries(paid) as Record<Tender['kind'], number>),
    paid: paidTotal,
    check: gross + tickets.rounding + duty.customer - paidTotal,
  })
}

const sum = (amounts: readonly number[]): number => amounts.reduce((all, amount) => all + amount, 0)

type VatColumn = 'day' | 'vatClass' | 'rate' | 'net' | 'vat' | 'gross'

/** One row a business day, class and rate. */
export const vatColumns = (words: ExportWords): readonly Column<VatColumn>[] => [
  { key: 'day', title: words.day, kind: 'day', width: 12 },
  { key: 'vatClass', title: words.vatClass, kind: 'text', width: 16 },
  { key: 'rate', title: words.rate, kind: 'rate', width: 9 },
  { key: 'net', title: words.net, kind: 'amount', width: 16, summed: true },
  { key: 'vat', title: words.vat, kind: 'amount', width: 16, summed: true },
  {
    ...{ key: 'gross', title: words.gross, kind: 'amount', width: 16 },
    summed: true,
    made: plus('net', 'vat'),
  },
]

export const vatRows = (
  columns: readonly Column<VatColumn>[],
  { day, tickets }: DaySums,
  words: ExportWords,
): readonly SheetRow[] =>
  vatTotals(tickets).map(({ vatClass, rate = null, net, vat, gross }) =>
    rowOf(columns, { day, vatClass: classLabel(vatClass, words), rate, net, vat, gross }),
  )

type TenderColumn = 'day' | 'tender' | 'count' | 'amount'

/** One row a business day and way of paying. */
export const tenderColumns = (words: ExportWords): readonly Column<TenderColumn>[] => [
  { key: 'day', title: words.day, kind: 'day', width: 12 },
  { key: 'tender', title: words.tender, kind: 'text', width: 22 },
  { key: 'count', title: words.count, kind: 'number', width: 10, summed: true },
  { key: 'amount', title: words.amount, kind: 'amount', width: 16, summed: true },
]

export const tenderRows = (
  columns: readonly Column<TenderColumn>[],
  { day, tickets }: DaySums,
  words: ExportWords,
): readonly SheetRow[] =>
  tenderKinds.flatMap((kind) => {
    const sums = tickets.tenders.get(kind)
    return sums === undefined ? [] : [rowOf(columns, { day, tender: words.tenders[kind], ...sums })]
  })
