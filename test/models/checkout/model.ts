import type { RefusalCode } from '#shared/kernel/refusal.ts'

/** What the shop sells, as the model knows it; in centimes. All is taxed but the piece. */
export const shelf = {
  SOAP: { posted: 1000, floor: 0, unique: false },
  PLATE: { posted: 12_602, floor: 10_000, unique: false },
  RUG: { posted: 45_000, floor: 36_000, unique: true },
  LAMP: { posted: 90_000, floor: 80_000, unique: false },
} as const
export type ShelfSku = keyof typeof shelf
/** What may stand on a ticket besides: the way to a buyer, and what the catalogue does not know. */
export type ModelSku = ShelfSku | '@shipping' | '@online'
export const isPiece = (sku: ModelSku): boolean => sku in shelf && shelf[sku as ShelfSku].unique

/** What the marketplace sells for the shop: below the label, above it, and something of nobody's. */
export const onlineOrders = {
  A: { lines: [{ sku: 'SOAP', quantity: 2, price: 900 }], shipping: 3500 },
  B: {
    lines: [
      { sku: 'RUG', quantity: 1, price: 40_000 },
      { sku: 'PLATE', quantity: 2, price: 13_000 },
    ],
    shipping: 0,
  },
  C: {
    lines: [
      { sku: 'LAMP', quantity: 3, price: 90_000 },
      { sku: '@online', quantity: 1, price: 1500 },
    ],
    shipping: 12_000,
  },
} as const satisfies Record<string, ModelOrder>
export type OrderName = keyof typeof onlineOrders

interface ModelOrder {
  readonly lines: readonly { readonly sku: ModelSku; readonly quantity: number; readonly price: number }[]
  readonly shipping: number
}

/** What whoever else may have the rug says of it. */
export type RugWord = 'own' | 'risk' | 'order' | 'till' | 'sold' | null

/** Cash settles to ten centimes; 600.00 and more takes none. */
export const step = 10
export const ceiling = 60_000
/** Taxed goods, VAT included, from which an export form is made out. */
export const exportThreshold = 200_000

export interface ModelLine {
  readonly sku: ShelfSku
  quantity: number
  price: number
  agreed: boolean
  atRisk: boolean
}

/** `unknown`: nobody knows; otherwise the terminal still has it. `heard`: it once said "approved". */
export interface ModelCharge {
  readonly amount: number
  unknown: boolean
  heard: boolean
}

/** How money came in: a card by the terminal's own word, or by a person's. */
export type ModelTender = 'cash' | 'card' | 'signedCard' | 'online'

export interface ModelSale {
  lines: ModelLine[]
  paid: number
  tenders: ModelTender[]
  charge: ModelCharge | null
}

export interface ModelTicket {
  readonly kind: 'sale' | 'refund'
  readonly gross: number
  readonly lines: readonly { readonly price: number; readonly quantity: number; readonly sku: ModelSku }[]
  readonly tenders: readonly ModelTender[]
  readonly shift: number
  readonly back: Map<number, number>
  readonly papers: ModelPapers
}

/** What stands for a ticket, by number. */
export interface ModelPapers {
  invoice: number | null
  form: number | null
  /** By line. */
  readonly certificates: Map<number, number>
}

export interface ModelJob {
  readonly paper: string
  state: string
}

/** What the terminal is at with no sale open: money going back, a test charge, or the undoing of one. */
export interface ModelErrand extends ModelCharge {
  readonly purpose: 'giveBack' | 'test' | 'undo'
  /** Of a ticket: units by line, 1 = first. */
  readonly of: { readonly ticket: ModelTicket; readonly units: ReadonlyMap<number, number> } | null
}

/** What the model's terminal can do. */
export interface ModelTerminal {
  readonly canRefund: boolean
  readonly canVoid: boolean
  readonly byHand: boolean
}

/**
 * The till as the day-script page tells it, kept as naively as possible: numbers in variables, no facts, no events.
 * It shares no code with the machine it judges.
 */
export class Model {
  /** 0: closed. Otherwise the how-manieth shift. */
  shift = 0
  shifts = 0
  sale: ModelSale | null = null
  errand: ModelErrand | null = null
  readonly terminal: ModelTerminal
  readonly parked: { readonly name: string; readonly sale: ModelSale }[] = []
  readonly tickets: ModelTicket[] = []
  /** Cash kept since the first day. */
  cash = 0
  /** Card money since the first day. */
  card = 0
  /** What the marketplace took for the shop since the first day. */
  online = 0
  readonly orders = new Map<OrderName, 'placed' | 'paid' | 'lost' | 'cancelled' | 'sold'>()
  rugWord: RugWord = null
  readonly pieceSold = new Set<string>()
  /** How the last test of this shift ended. */
  lastTest: 'undone' | 'standing' | 'declined' | null = null
  /** Tests of 1.00 that were never undone. */
  standing = 0

  /** Everything that was ever to be printed. */
  readonly jobs: ModelJob[] = []
  /** `forms`: the tickets they are of. `forgotten`: by number of the form. */
  readonly issued = {
    invoices: 0,
    forms: [] as ModelTicket[],
    forgotten: new Set<number>(),
    certificates: 0,
  }

  constructor(terminal: ModelTerminal) {
    this.terminal = terminal
  }

  open(): void {
    this.shifts += 1
    this.shift = this.shifts
    this.lastTest = null
  }

  /** What the terminal has, or nobody knows of. */
  waiting(): ModelCharge | null {
    return this.sale === null ? this.errand : this.sale.charge
  }

  total(sale = this.sale): number {
    return (sale?.lines ?? []).reduce((sum, line) => sum + line.price * line.quantity, 0)
  }

  due(): number {
    return this.total() - (this.sale?.paid ?? 0)
  }

  phase(): string {
    if (this.shift === 0) return 'closed'
    const waiting = this.waiting()
    if (waiting !== null) return waiting.unknown ? 'unresolved' : 'charging'
    if (this.sale === null) return 'idle'
    return this.sale.tenders.length > 0 ? 'tendering' : 'ringing'
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
    if (this.shift === 0) return 'noOpenShift'
    if (needs.sale === true && this.sale === null) return 'noOpenSale'
    if (needs.noSale === true && this.sale !== null) return 'saleOpen'
    const waiting = this.waiting()
    if ((needs.settled === true || needs.noSale === true) && waiting !== null)
      return waiting.unknown ? 'unresolvedCharge' : 'attemptInProgress'
    if (needs.frozen === true && (this.sale?.tenders.length ?? 0) > 0) return 'moneyTaken'
    return null
  }

  inCarts(sku: ShelfSku): boolean {
    const sales = [this.sale, ...this.parked.map((each) => each.sale)]
    return sales.some((sale) => sale?.lines.some((line) => line.sku === sku))
  }

  /** Sold, in a cart, or somebody else's. */
  rugIsGone(): boolean {
    const elsewhere = this.rugWord !== null && this.rugWord !== 'own' && this.rugWord !== 'risk'
    return elsewhere || this.pieceSold.has('RUG') || this.inCarts('RUG')
  }

  /** Money in; the ticket where nothing is due any more. @param rounding of the cash that settles */
  take(tender: ModelTender, amount: number, rounding = 0): void {
    if (this.sale === null) throw new Error('the model took money for nothing')
    this.sale.paid += amount
    this.sale.tenders.push(tender)
    if (this.due() + rounding !== 0) return
    const { tenders } = this.sale
    const lines = this.sale.lines.map(({ sku, price, quantity }) => ({ sku, price, quantity }))
    const { shift } = this
    this.issue({ kind: 'sale', gross: this.total(), lines, tenders, shift })
    for (const { sku } of lines) if (isPiece(sku)) this.pieceSold.add(sku)
    this.sale = null
  }

  /** The goods of an order leave: its ticket comes to what its buyer paid. */
  sellOrder(name: OrderName): void {
    const { lines: ordered, shipping } = onlineOrders[name]
    const way = { sku: '@shipping', quantity: 1, price: shipping } as const
    const lines = shipping === 0 ? ordered : [...ordered, way]
    const gross = lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0)
    this.issue({ kind: 'sale', gross, lines, tenders: ['online'], shift: this.shift })
    this.online += gross
    for (const { sku } of lines) if (isPiece(sku)) this.pieceSold.add(sku)
    this.orders.set(name, 'sold')
  }

  /** Units on their way back: the refund ticket. */
  giveBack(ticket: ModelTicket, units: ReadonlyMap<number, number>): void {
    let gross = 0
    for (const [position, quantity] of units) {
      const line = ticket.lines[position - 1]
      if (line === undefined) throw new Error('the model gave back what was not sold')
      gross += line.price * quantity
      ticket.back.set(position, (ticket.back.get(position) ?? 0) + quantity)
      ticket.papers.certificates.delete(position)
      if (isPiece(line.sku)) this.pieceSold.delete(line.sku)
    }
    const { shift } = this
    ticket.papers.form = null
    this.issue({ kind: 'refund', gross, lines: [], tenders: [], shift })
  }

  private issue(ticket: Omit<ModelTicket, 'back' | 'papers'>): void {
    const papers = { invoice: null, form: null, certificates: new Map() }
    this.tickets.push({ ...ticket, back: new Map(), papers })
    this.queue(`receipt ${this.tickets.length}`)
  }

  /** One more to print. */
  queue(paper: string): void {
    this.jobs.push({ paper, state: 'queued' })
  }
}

/** To the nearest step, halves up; the model rounds nothing below zero. */
export const nearestStep = (minor: number): number => Math.floor((minor + step / 2) / step) * step
