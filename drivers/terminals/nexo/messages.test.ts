import { expect, test } from 'vitest'
import { dirham } from '#shared/money/amount.ts'
import vectors from '#test/fixtures/nexo/messages.json' with { type: 'json' }
import { PassingServiceIds, transactionServiceId } from './message-id.ts'
import {
  abortRequest,
  diagnosisRequest,
  paymentRequest,
  reconciliationRequest,
  reversalRequest,
  statusRequest,
} from './messages.ts'

const parties = { saleId: 'Hanout', poiId: 'V400m-123456789' }
const at = { utcMs: Date.UTC(2026, 10, 23, 9, 15), offsetMinutes: 60 }
const about = { category: 'Payment', serviceId: '000007' } as const
const approval = {
  maskedPan: null,
  scheme: null,
  authorisation: null,
  trace: null,
  terminalId: null,
  terminalTime: null,
  slip: [],
}
const original = {
  transactionId: '4r7i001556529591000.8515565295894301',
  timeStamp: '2026-11-23T09:15:03.000Z',
}
const charge = (sequence: number, minor: number) =>
  ({ amount: dirham(minor), currency: 'MAD', sequence, at }) as const

test('every request is the recorded one, character for character', () => {
  const ours = {
    payment: paymentRequest(parties, charge(7, 12_550), 'Normal'),
    refund: paymentRequest(parties, charge(8, 500), 'Refund'),
    reversal: reversalRequest(parties, { ...charge(9, 12_550), approval }, original),
    abort: abortRequest(parties, 'Qabort', about),
    transactionStatus: statusRequest(parties, 'Qstatus', about),
    diagnosis: diagnosisRequest(parties, 'Qhealth'),
    reconciliation: reconciliationRequest(parties, 'Qday'),
  }
  const texts = Object.fromEntries(Object.entries(ours).map(([name, { text }]) => [name, text]))
  expect(texts).toEqual(vectors.requests)
})

test('no ServiceID is longer than ten characters, and none is of two messages', () => {
  expect(transactionServiceId(1)).toBe('000001')
  expect(transactionServiceId(999_999)).toBe('999999')
  const ids = new PassingServiceIds()
  const moments = [at.utcMs, at.utcMs, at.utcMs - 5_000, at.utcMs + 1, Date.UTC(2099, 0, 1)]
  const passing = moments.map((moment) => ids.next(moment))
  expect(new Set(passing).size).toBe(moments.length)
  for (const id of passing) expect(id).toMatch(/^Q[0-9a-z]{1,9}$/)
})
