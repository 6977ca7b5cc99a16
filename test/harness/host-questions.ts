import type { TellQuestion, TotalsQuestion, UploadQuestion } from '#drivers/acquirers/acquirer-host.ts'
import type { HostIdentity } from '#drivers/acquirers/iso8583/requests.ts'
import type { Approval } from '#shared/kernel/attempt.ts'
import type { AttemptId, Seq, TicketNumber } from '#shared/kernel/ids.ts'
import { dirham } from '#shared/money/amount.ts'
import type { CardMovement } from '#shared/settlement/movement.ts'

/** Questions to a host, of one evening: 23 November 2026 in Casablanca. */

export const hostIdentity: HostIdentity = {
  terminalId: 'TILL0001',
  merchantId: 'ARTISAN00000001',
  acquirerId: '450001',
  settlementId: '12345678901',
}

const evening = { utcMs: Date.UTC(2026, 10, 23, 17, 30, 15), offsetMinutes: 60 }
const afternoon = { utcMs: Date.UTC(2026, 10, 23, 13, 5, 9), offsetMinutes: 60 }

export const someApproval: Approval = {
  maskedPan: '516794******3315',
  scheme: 'CMI',
  authorisation: 'A1B2C3',
  trace: '632714000042',
  terminalId: '60000042',
  terminalTime: '231126140509',
  slip: [],
}

export const someMovement: CardMovement = {
  attemptId: 'attempt-42' as AttemptId,
  kind: 'sale',
  amount: dirham(12_550),
  terminal: 'terminal',
  approval: someApproval,
  decidedBy: { kind: 'terminal' },
  undoes: null,
  ticket: 42 as TicketNumber,
  at: afternoon,
  seq: 99 as Seq,
}

/** 17 sales of 12 345.50, one of them undone (120.00), and 3 refunds of 450.00: 11 775.50 are owed to the shop. */
export const totalsQuestion = (change: Partial<TotalsQuestion> = {}): TotalsQuestion => ({
  stan: 123,
  at: evening,
  repeat: false,
  batchNumber: 42,
  businessDay: '2026-11-23',
  totals: {
    sales: { count: 17, amount: dirham(1_234_550) },
    saleReversals: { count: 1, amount: dirham(12_000) },
    refunds: { count: 3, amount: dirham(45_000) },
    refundReversals: { count: 0, amount: dirham(0) },
  },
  closing: false,
  ...change,
})

export const uploadQuestion = (change: Partial<UploadQuestion> = {}): UploadQuestion => ({
  stan: 200,
  at: evening,
  repeat: false,
  batchNumber: 42,
  movement: someMovement,
  ...change,
})

export const tellQuestion = (change: Partial<TellQuestion> = {}): TellQuestion => ({
  stan: 201,
  at: evening,
  repeat: false,
  batchNumber: 42,
  amount: dirham(12_550),
  movement: { kind: 'sale', approval: null, at: afternoon },
  terminalSequence: 17,
  ...change,
})
