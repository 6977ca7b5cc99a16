/** Evenings, as the till would show them. */
import type { LaneView } from '#shared/contract/forwards.ts'
import type { BatchLine, BatchView, Collected, SettlementsView } from '#shared/contract/settlements.ts'
import type { AttemptId, Seq, TicketNumber } from '#shared/kernel/ids.ts'
import { dirham, zero } from '#shared/money/amount.ts'
import type { BatchId } from '#shared/settlement/batch.ts'
import type { CardMovement } from '#shared/settlement/movement.ts'
import type { StatementId } from '#shared/settlement/statement.ts'
import type { BatchTotals } from '#shared/settlement/totals.ts'

const at = { utcMs: 1_795_000_000_000, offsetMinutes: 60 }
const minute = 60_000
const later = (minutes: number) => ({ ...at, utcMs: at.utcMs + minutes * minute })

export const movementOf = (place: number): CardMovement => ({
  attemptId: `attempt-${place}` as AttemptId,
  kind: place % 11 === 7 ? 'refund' : place % 13 === 5 ? 'saleReversal' : 'sale',
  amount: dirham(15_000 + ((place * 7919) % 400_000)),
  terminal: 'terminal',
  approval: {
    maskedPan: `516794******${String(1000 + ((place * 37) % 9000))}`,
    scheme: 'MASTERCARD',
    authorisation: `A${String(10_000 + place * 71).slice(-5)}`,
    trace: String(place),
    terminalId: 'TILL0001',
    terminalTime: null,
    slip: [],
  },
  decidedBy: place === 3 ? { kind: 'person', name: 'Omar' } : { kind: 'terminal' },
  undoes: null,
  ticket: (100 + place) as TicketNumber,
  at: later(-place * 7),
  seq: (1000 - place) as Seq,
})

const none = { count: 0, amount: zero }
const ours: BatchTotals = {
  sales: { count: 17, amount: dirham(1_234_550) },
  saleReversals: { count: 1, amount: dirham(12_000) },
  refunds: { count: 3, amount: dirham(45_000) },
  refundReversals: none,
}
const less: BatchTotals = { ...ours, sales: { count: 16, amount: dirham(1_219_550) } }

const base: BatchView = {
  batch: 'batch-48' as BatchId,
  number: 48,
  acquirer: 'cmi',
  acquirerName: 'CMI',
  way: 'host',
  terminal: 'terminal',
  businessDay: '2026-11-18',
  frozenAt: at,
  state: 'frozen',
  unconfirmed: false,
  setAside: false,
  movements: 21,
  uploaded: 0,
  ours,
  told: null,
  cause: null,
  code: '',
  text: '',
  reference: '',
  agreedBy: null,
  resolution: null,
  endedAt: null,
}
const numbered = (number: number, part: Partial<BatchView>): BatchView => ({
  ...base,
  ...part,
  number,
  batch: `batch-${number}` as BatchId,
  businessDay: `2026-11-${String(number - 30).padStart(2, '0')}`,
})

const batches: readonly BatchView[] = [
  numbered(49, {}),
  numbered(48, { unconfirmed: true }),
  numbered(47, {
    state: 'disputed',
    cause: 'totalsDiffer',
    told: { groups: less, net: dirham(1_162_550) },
    code: '95',
    text: 'RECONCILE ERROR',
    uploaded: 21,
  }),
  numbered(46, { state: 'uploading', movements: 340, uploaded: 120, told: { groups: less, net: null } }),
  numbered(45, { way: 'file', acquirer: 'banque', acquirerName: 'Banque Populaire', state: 'exported' }),
  numbered(44, { way: 'terminal', state: 'disputed', cause: 'noTotals' }),
  numbered(43, {
    state: 'agreed',
    agreedBy: { kind: 'host' },
    told: { groups: ours, net: dirham(1_177_550) },
    reference: '632718000123',
    endedAt: later(2),
  }),
  numbered(42, {
    state: 'resolved',
    told: { groups: less, net: dirham(1_162_550) },
    resolution: { kind: 'oursStands', person: 'Omar', note: 'CMI, M. Alaoui, 17 h : remise retrouvée.' },
    endedAt: later(3),
  }),
]

const collected: readonly Collected[] = [
  {
    terminal: 'terminal',
    terminalName: 'NAPS',
    acquirer: 'cmi',
    count: 12,
    net: 431_000,
    since: later(-300),
    unknown: none,
  },
]

const collecting: LaneView = {
  destination: 'acquirer',
  waiting: 2,
  since: at,
  trouble: null,
  nextTryAt: null,
  setAside: 0,
}
const held: LaneView = {
  destination: 'host/cmi',
  waiting: 3,
  since: { utcMs: Date.UTC(2026, 10, 23, 13, 2), offsetMinutes: 60 },
  trouble: 'noNetwork',
  nextTryAt: later(4),
  setAside: 0,
}
const news: LaneView = { ...collecting, destination: 'marketplace' }

export function settlementsOf(name: string): SettlementsView {
  if (name === 'settlements' || name === 'settlements-long')
    return { collected, batches, lanes: [collecting, held, news] }
  if (name === 'settlements-unknown')
    return {
      collected: collected.map((each) => ({ ...each, unknown: { count: 1, amount: dirham(431_000) } })),
      batches: [],
      lanes: [collecting, { ...held, waiting: 0, since: null, trouble: null, setAside: 2 }],
    }
  if (name === 'settlements-alone')
    return { collected: collected.map((each) => ({ ...each, acquirer: null })), batches: [], lanes: [] }
  return { collected: [], batches: [], lanes: name === 'idle' ? [] : [collecting] }
}

/** @param name `settlements-long`: as many lines as a batch can have */
export function batchOf(name: string, id: string): { batch: BatchView; lines: readonly BatchLine[] } | null {
  const batch = batches.find((each) => each.batch === id)
  if (batch === undefined) return null
  const many = name === 'settlements-long' ? 999 : 21
  const codes = batch.uploaded > 0 ? ['00', '00', '00', '94'] : []
  return {
    batch,
    lines: Array.from({ length: many }, (_, place) => ({
      movement: movementOf(place),
      code: codes[place % 4] ?? null,
      paidBy: place % 5 === 0 ? { statement: 'statement-1' as StatementId, line: place + 1 } : null,
    })),
  }
}
