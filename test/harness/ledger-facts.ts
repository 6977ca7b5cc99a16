import type { Tender, Ticket, TicketLine } from '#shared/cart/ticket.ts'
import type { CatalogueItem } from '#shared/catalogue/item.ts'
import type { Forward } from '#shared/checkout/effect.ts'
import type { Fact } from '#shared/checkout/fact.ts'
import type { Approval } from '#shared/kernel/attempt.ts'
import type { AttemptId, LineId, SaleId, ShiftId, TenderId, TicketNumber } from '#shared/kernel/ids.ts'
import { type Dirham, dirham } from '#shared/money/amount.ts'

/** Ids that are unique and look like the till's own 22 letters. */
const idOf = (kind: string, n: number): string =>
  `${kind}${((n * 2_654_435_761) % 4_294_967_296).toString(36)}-${n.toString(36)}`.padEnd(22, 'x')

export interface SaleWanted {
  readonly n: number
  readonly number: number
  readonly shiftId: ShiftId
  readonly businessDay: string
  readonly items: readonly CatalogueItem[]
  readonly tender: 'cash' | 'card' | 'mobile' | 'online'
  readonly terminalSequence: number
}

export interface SaleFacts {
  readonly saleId: SaleId
  readonly ticket: Ticket
  /** One array per append, as a counter would write them. */
  readonly steps: readonly { readonly facts: readonly Fact[]; readonly forwards: readonly Forward[] }[]
}

function lineOf(item: CatalogueItem, lineId: LineId, agreed: boolean): TicketLine {
  const unit = agreed ? dirham(Math.floor(item.price * 0.9)) : item.price
  return {
    lineId,
    sku: item.sku,
    name: item.name,
    vat: item.vat,
    unique: item.unique,
    quantity: 1,
    posted: item.price,
    floor: item.floor,
    agreed: agreed ? { unit, reason: 'bargained', manager: null } : null,
    owner: item.owner,
    category: item.category,
    maker: item.maker,
    village: item.village,
    gross: unit,
    discount: dirham(item.price - unit),
    ownerDue: item.owner === null ? dirham(0) : dirham(Math.round((unit * item.owner.sharePpm) / 1_000_000)),
  }
}

function vatOf(lines: readonly TicketLine[]): Ticket['vat'] {
  const rates = { '20': 20, '10': 10, '0': 0, exempt: 0 }
  return (['20', '10', '0', 'exempt'] as const).flatMap((vatClass) => {
    const gross = lines.filter((line) => line.vat === vatClass).reduce((sum, line) => sum + line.gross, 0)
    if (gross === 0) return []
    const vat = Math.round((gross * rates[vatClass]) / (100 + rates[vatClass]))
    return [{ vatClass, net: dirham(gross - vat), vat: dirham(vat), gross: dirham(gross) }]
  })
}

const approvalOf = (n: number): Approval => ({
  maskedPan: `516794******${String(n % 10_000).padStart(4, '0')}`,
  scheme: n % 2 === 0 ? 'VISA' : 'MASTERCARD',
  authorisation: String(100_000 + (n % 900_000)),
  trace: String(n % 1_000_000).padStart(6, '0'),
  terminalId: '00112233',
  terminalTime: '23112026140509',
  slip: ['DEBIT', 'MERCI'],
})

/** A whole sale as its facts: every seventh line is bargained for. */
export function saleFacts(wanted: SaleWanted): SaleFacts {
  const { n, shiftId } = wanted
  const saleId = idOf('S', n) as SaleId
  const lines = wanted.items.map((item, i) =>
    lineOf(item, idOf(`L${i}`, n) as LineId, (n + i) % 7 === 0 && !(item.floor === null && i > 1)),
  )
  const gross = dirham(lines.reduce((sum, line) => sum + line.gross, 0))
  const tenderId = idOf('T', n) as TenderId
  const attemptId = idOf('A', n) as AttemptId
  const paid = payment(wanted, gross, saleId, tenderId, attemptId)
  const ticket: Ticket = {
    kind: 'sale',
    number: wanted.number as TicketNumber,
    saleId,
    shiftId,
    businessDay: wanted.businessDay,
    cashier: 'amina',
    currency: 'MAD',
    language: 'fr',
    lines,
    vat: vatOf(lines),
    gross,
    discounts: dirham(lines.reduce((sum, line) => sum + line.discount, 0)),
    tenders: [paid.tender],
    rounding: dirham(0),
    refundOf: null,
  }
  return {
    saleId,
    ticket,
    steps: [
      ...ringing(saleId, shiftId, lines),
      ...paid.before.map((fact) => ({ facts: [fact], forwards: [] })),
      {
        facts: [paid.taken, { kind: 'saleCompleted', saleId, ticket }],
        forwards: [...paid.forwards, ...stockForwards(ticket)],
      },
      {
        facts: [
          { kind: 'receiptPrinted', ticketNumber: ticket.number, copy: 0, outcome: 'done', printer: 'p1' },
        ],
        forwards: [],
      },
    ],
  }
}

function ringing(saleId: SaleId, shiftId: ShiftId, lines: readonly TicketLine[]): SaleFacts['steps'] {
  return lines.flatMap(({ gross: _, discount: __, ownerDue: ___, ...line }, i) => {
    const added: Fact = { kind: 'lineAdded', saleId, line: { ...line, agreed: null } }
    const opened: Fact[] = i === 0 ? [{ kind: 'saleOpened', saleId, shiftId, cashier: 'amina' }] : []
    const scan = { facts: [...opened, added], forwards: [] }
    if (line.agreed === null) return [scan]
    const agreed: Fact = { kind: 'priceAgreed', saleId, lineId: line.lineId, agreed: line.agreed }
    return [scan, { facts: [agreed], forwards: [] }]
  })
}

function payment(
  wanted: SaleWanted,
  amount: Dirham,
  saleId: SaleId,
  tenderId: TenderId,
  attemptId: AttemptId,
): { before: readonly Fact[]; taken: Fact; tender: Tender; forwards: readonly Forward[] } {
  const none = { before: [], forwards: [] }
  if (wanted.tender === 'cash') {
    const tender = { kind: 'cash', tenderId, amount, given: amount, change: dirham(0) } as const
    const { given, change } = tender
    const taken: Fact = {
      kind: 'cashTaken',
      saleId,
      tenderId,
      given,
      kept: amount,
      change,
      rounding: dirham(0),
    }
    return { ...none, taken, tender }
  }
  if (wanted.tender === 'mobile' || wanted.tender === 'online') {
    const kind = wanted.tender
    const tender = { kind, tenderId, amount, reference: `M${wanted.n}` } as const
    return { ...none, taken: { ...tender, kind: 'otherTaken', saleId, tender: kind }, tender }
  }
  const approval = approvalOf(wanted.n)
  const { terminalSequence, number } = wanted
  const ticket = number as TicketNumber
  return {
    before: [
      {
        kind: 'attemptStarted',
        attemptId,
        saleId,
        purpose: 'payment',
        amount,
        terminal: 't1',
        terminalSequence,
      },
      { kind: 'attemptApprovedUnconfirmed', attemptId, saleId, approval },
    ],
    taken: {
      kind: 'attemptApproved',
      attemptId,
      saleId,
      tenderId,
      approval,
      decidedBy: { kind: 'terminal' },
    },
    tender: { kind: 'card', tenderId, amount, attemptId, approval },
    forwards: [
      {
        destination: 'acquirer',
        key: `card:${attemptId}`,
        body: { type: 'cardPayment', ticket, attemptId, amount },
      },
    ],
  }
}

function stockForwards(ticket: Ticket): readonly Forward[] {
  const skus = [...new Set(ticket.lines.map((line) => line.sku))]
  const delta = ticket.kind === 'sale' ? -1 : 1
  return skus.map((sku) => ({
    destination: 'marketplace',
    key: `stock:${ticket.saleId}:${sku}`,
    body: { type: 'stockChanged', ticket: ticket.number, sku, delta },
  }))
}

/** One unit of one line of a sale ticket given back in cash. */
export function refundFacts(
  n: number,
  number: number,
  shiftId: ShiftId,
  of: Ticket,
  line: number,
): SaleFacts['steps'][number] & { readonly ticket: Ticket } {
  const original = of.lines[line - 1]
  if (original === undefined) throw new RangeError(`ticket ${of.number} has no line ${line}`)
  const saleId = idOf('S', n) as SaleId
  const amount = original.gross
  const ticket: Ticket = {
    ...of,
    kind: 'refund',
    number: number as TicketNumber,
    saleId,
    shiftId,
    lines: [original],
    vat: vatOf([original]),
    gross: amount,
    discounts: original.discount,
    tenders: [{ kind: 'cash', tenderId: idOf('T', n) as TenderId, amount, given: amount, change: dirham(0) }],
    refundOf: { number: of.number, lines: [line] },
  }
  return { ticket, facts: [{ kind: 'refundCompleted', saleId, ticket }], forwards: stockForwards(ticket) }
}
