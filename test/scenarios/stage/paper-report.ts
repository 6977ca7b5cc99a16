import { type Cart, cents, nearest, price, shown, total } from './paper-cart.ts'

export interface PaperDay {
  /** `sign` −1: a refund. */
  readonly tickets: readonly { readonly sign: 1 | -1; readonly cart: Cart }[]
  readonly cancelled: number
  readonly drawer: object | null
  readonly cards: object
  readonly outbox: object
  readonly stockOf: (sku: string) => number
}

/** The day's totals, by the arithmetic that the day script's description gives. */
export function paperReport(day: PaperDay): object {
  const sales = day.tickets.filter(({ sign }) => sign > 0).length
  const sums = { gross: 0, discounts: 0, rounding: 0 }
  const vat = new Map<string, { net: number; vat: number; gross: number }>()
  const tenders = new Map<string, number>()
  const owners = new Map<string, { gross: number; due: number }>()
  const touched = new Set<string>()
  for (const { sign, cart } of day.tickets) {
    sums.rounding += sign * cart.rounding
    for (const [kind, minor] of cart.tenders) tenders.set(kind, (tenders.get(kind) ?? 0) + sign * minor)
    for (const [rate, rows] of Map.groupBy(cart.rows, (row) => row.item.vat)) {
      const gross = total(rows)
      const percent = rate === 'exempt' ? 0 : Number(rate)
      const tax = nearest(gross * percent, 100 + percent)
      const so = vat.get(rate) ?? { net: 0, vat: 0, gross: 0 }
      vat.set(rate, {
        net: so.net + sign * (gross - tax),
        vat: so.vat + sign * tax,
        gross: so.gross + sign * gross,
      })
    }
    for (const row of cart.rows) {
      const gross = total([row])
      sums.gross += sign * gross
      sums.discounts += sign * (cents(row.item.price) - price(row)) * row.quantity
      touched.add(row.item.sku)
      if (row.item.owner === undefined) continue
      const so = owners.get(row.item.owner) ?? { gross: 0, due: 0 }
      const due = nearest(gross * Math.round(Number(row.item.share) * 1e6), 1_000_000)
      owners.set(row.item.owner, { gross: so.gross + sign * gross, due: so.due + sign * due })
    }
  }
  return {
    tickets: sales,
    refunds: day.tickets.length - sales,
    cancelled: day.cancelled,
    gross: shown(sums.gross),
    discounts: shown(sums.discounts),
    vat: ['20', '10', '0', 'exempt'].flatMap((rate) => {
      const so = vat.get(rate)
      return so === undefined
        ? []
        : [{ rate, net: shown(so.net), vat: shown(so.vat), gross: shown(so.gross) }]
    }),
    tenders: [...tenders].sort().map(([kind, minor]) => ({ kind, amount: shown(minor) })),
    rounding: shown(sums.rounding),
    drawer: day.drawer,
    owners: [...owners]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([owner, so]) => ({ owner, gross: shown(so.gross), due: shown(so.due) })),
    stock: [...touched].sort().map((sku) => ({ sku, qty: day.stockOf(sku) })),
    cards: day.cards,
    outbox: day.outbox,
    grandTotal: shown(sums.gross),
  }
}
