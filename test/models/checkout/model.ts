import type { RefusalCode } from '#shared/kernel/refusal.ts'

/** What the shop sells, as the model knows it; in centimes. */
export const shelf = {
  SOAP: { posted: 1000, floor: 0, unique: false },
  PLATE: { posted: 12_602, floor: 10_000, unique: false },
  RUG: { posted: 45_000, floor: 36_000, unique: true },
} as const
export type ShelfSku = keyof typeof shelf

/** Cash settles to ten centimes; 600.00 and more takes none. */
export const step = 10
export const ceiling = 60_000

export interface ModelLine {
  readonly sku: ShelfSku
  quantity: number
  price: number
  agreed: boolean
}

export interface ModelSale {
  lines: ModelLine[]
  paid: number
  moneyTaken: boolean
  /** `unknown`: nobody knows; otherwise the terminal still has it. */
  charge: { readonly amount: number; unknown: boolean } | null
}

export interface ModelTicket {
  readonly kind: 'sale' | 'refund'
  readonly gross: number
  readonly lines: readonly { readonly price: number; readonly quantity: number; readonly sku: ShelfSku }[]
  readonly back: Map<number, number>
}

/**
 * The till as the day-script page tells it, kept as naively as possible: numbers in variables, no facts, no events.
 * It shares no code with the machine it judges.
 */
export class Model {
  shift = false
  sale: ModelSale | null = null
  readonly parked: { readonly name: string; readonly sale: ModelSale }[] = []
  readonly tickets: ModelTicket[] = []
  /** Cash kept since the first day. */
  cash = 0
  /** Card money since the first day. */
  card = 0
  readonly pieceSold = new Set<string>()

  total(sale = this.sale): number {
    return (sale?.lines ?? []).reduce((sum, line) => sum + line.price * line.quantity, 0)
  }

  due(): number {
    return this.total() - (this.sale?.paid ?? 0)
  }

  phase(): string {
    if (!this.shift) return 'closed'
    if (this.sale === null) return 'idle'
    if (this.sale.charge !== null) return this.sale.charge.unknown ? 'unresolved' : 'charging'
    return this.sale.moneyTaken ? 'tendering' : 'ringing'
  }

  grandTotal(): number {
    return this.tickets.reduce((sum, { kind, gross }) => sum + (kind === 'sale' ? gross : -gross), 0)
  }

  /** The refusals that come before all others, in their order. */
  barred(needs: {
    sale?: boolean
    noSale?: boolean
    settled?: boolean
    frozen?: boolean
  }): RefusalCode | null {
    if (!this.shift) return 'noOpenShift'
    if (needs.sale === true && this.sale === null) return 'noOpenSale'
    if (needs.noSale === true && this.sale !== null) return 'saleOpen'
    const charge = this.sale?.charge ?? null
    if (needs.settled === true && charge !== null)
      return charge.unknown ? 'unresolvedCharge' : 'attemptInProgress'
    if (needs.frozen === true && this.sale?.moneyTaken === true) return 'moneyTaken'
    return null
  }

  inCarts(sku: ShelfSku): boolean {
    const sales = [this.sale, ...this.parked.map((each) => each.sale)]
    return sales.some((sale) => sale?.lines.some((line) => line.sku === sku))
  }

  /** Money in; the ticket where nothing is due any more. @param rounding of the cash that settles */
  take(amount: number, rounding = 0): void {
    if (this.sale === null) throw new Error('the model took money for nothing')
    this.sale.paid += amount
    this.sale.moneyTaken = true
    if (this.due() + rounding !== 0) return
    const lines = this.sale.lines.map(({ sku, price, quantity }) => ({ sku, price, quantity }))
    this.tickets.push({ kind: 'sale', gross: this.total(), lines, back: new Map() })
    for (const { sku } of lines) if (shelf[sku].unique) this.pieceSold.add(sku)
    this.sale = null
  }
}

/** To the nearest step, halves up; the model rounds nothing below zero. */
export const nearestStep = (minor: number): number => Math.floor((minor + step / 2) / step) * step
