import { expect, test } from 'vitest'
import { at, card, settings } from '#test/fixtures/paper/tickets.ts'
import { readable } from '#test/harness/paper-text.ts'
import type { Approval } from '../kernel/attempt.ts'
import type { TicketNumber } from '../kernel/ids.ts'
import { dirham } from '../money/amount.ts'
import { type CardSlipInput, cardSlipDocument } from './card-slip.ts'

const slip = ['CENTRE MONETIQUE', 'CARTE 516794******3315', '', 'APPROUVE']
const approved = card(89_000, slip)
if (approved.kind !== 'card' || approved.approval === null) throw new Error('no approval')
const approval: Approval = approved.approval

const input: CardSlipInput = {
  approval,
  purpose: 'payment',
  amount: dirham(89_000),
  at,
  ticket: 128 as TicketNumber,
  language: 'en',
  settings,
  copy: 0,
}

const halves = (more: Partial<CardSlipInput> = {}): readonly string[] => {
  const document = cardSlipDocument({ ...input, ...more })
  const first = document.blocks.findIndex((block) => block.type === 'cut')
  return [document.blocks.slice(0, first), document.blocks.slice(first + 1)].map((blocks) =>
    readable({ ...document, blocks }),
  )
}

test('the merchant’s half in the shop’s language, the cardholder’s in theirs, a cut after each', () => {
  const [merchant = '', cardholder = ''] = halves()
  expect(merchant).toContain('EXEMPLAIRE COMMERÇANT')
  expect(cardholder).toContain('CARDHOLDER COPY')
  expect(cardSlipDocument(input).blocks.filter((block) => block.type === 'cut')).toHaveLength(2)
})

test('both halves show the payment and the slip as it came', () => {
  for (const half of halves()) {
    expect(half).toContain('890,00 DH')
    for (const part of ['MASTERCARD', '**** 3315', '804213', '000417', '12345678', '23/11/2026 14:05:02'])
      expect(half).toContain(part)
    expect(half).toMatch(/CENTRE MONETIQUE\n.*3315\n \nAPPROUVE/)
  }
})

test('of the card number the last four are all that stands on it', () => {
  for (const half of halves()) expect(half).not.toContain('516794')
})

test('a refund and a cancellation say so', () => {
  expect(halves({ purpose: 'refund' })[1]).toContain('REFUND')
  expect(halves({ purpose: 'void' })[1]).toContain('CANCELLATION')
})

test('a terminal that says nothing but yes is still a slip', () => {
  const bare: Approval = {
    maskedPan: null,
    scheme: null,
    authorisation: null,
    trace: null,
    terminalId: null,
    terminalTime: null,
    slip: [],
  }
  for (const half of halves({ approval: bare, ticket: null })) {
    expect(half).toContain('890,00 DH')
    expect(half).not.toMatch(/null|undefined/)
  }
})
