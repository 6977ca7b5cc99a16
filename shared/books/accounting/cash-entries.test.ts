import { describe, expect, it } from 'vitest'
import type { FactOf } from '../../checkout/fact.ts'
import type { CashPurpose } from '../../closing/cash-purpose.ts'
import type { ShiftId } from '../../kernel/ids.ts'
import { dirham } from '../../money/amount.ts'
import { accountPlans } from './account-plans.data.ts'
import { cashEntries, ownerPaymentEntry } from './cash-entries.ts'
import { chartOf } from './chart.ts'
import type { JournalEntry } from './journal-entry.ts'

const chart = chartOf({ plan: accountPlans.MA, language: 'fr', findOwner: () => null })
const head = { date: '2026-11-05', validatedOn: '2026-11-06', piece: 'Z7' }
const quiet = {
  float: dirham(0),
  previousCount: dirham(0),
  moves: [],
  ownerPayments: [],
  difference: dirham(0),
}

const move = (
  direction: 'in' | 'out',
  amount: number,
  purpose?: CashPurpose,
  reason = '',
): FactOf<'cashMoved'> => ({
  kind: 'cashMoved',
  shiftId: 's' as ShiftId,
  direction,
  amount: dirham(amount),
  reason,
  ...(purpose === undefined ? {} : { purpose }),
})

const paid = (part: Partial<FactOf<'ownerPaid'>>): FactOf<'ownerPaid'> => ({
  kind: 'ownerPaid',
  owner: 'itto',
  what: 'payout',
  amount: dirham(5_000),
  by: 'cash',
  reference: '',
  businessDay: '2026-11-05',
  shiftId: 's' as ShiftId,
  period: null,
  before: dirham(0),
  after: dirham(0),
  ...part,
})

/** `+51611 100` debits, `-51611 100` credits. */
const short = (entries: readonly JournalEntry[]) =>
  entries.map(({ label, lines }) => [
    label,
    ...lines.map(({ account, auxiliary, debit, credit }) =>
      debit > 0 ? `+${auxiliary || account} ${debit}` : `-${auxiliary || account} ${credit}`,
    ),
  ])

describe('cash that moved for anything but a sale', () => {
  it('goes where its purpose says, each move an entry with its reason', () => {
    const moves = [
      move('in', 100, 'change', 'pièces'),
      move('out', 200, 'bank'),
      move('out', 300, 'expense', 'thé'),
      move('in', 400, 'other', 'trouvé'),
      move('out', 500),
      move('out', 600, 'other', 'carte 4111 1111 1111 1111'),
    ]
    const entries = cashEntries(chart, head, { ...quiet, moves })
    expect(short(entries)).toEqual([
      ['Monnaie : pièces', '+51611 100', '-51152 100'],
      ['Versement en banque', '+51152 200', '-51611 200'],
      ['Dépense : thé', '+6125 300', '-51611 300'],
      ['Entrée de caisse : trouvé', '+51611 400', '-4497 400'],
      ['Sortie de caisse', '+3497 500', '-51611 500'],
      ['Sortie de caisse : carte ************1111', '+3497 600', '-51611 600'],
    ])
    expect(entries.map(({ piece }) => piece)).toEqual(['Z7-C1', 'Z7-C2', 'Z7-C3', 'Z7-C4', 'Z7-C5', 'Z7-C6'])
  })

  it('is booked once where an artisan was paid, and as an advance where nobody says who', () => {
    const moves = [move('out', 5_000, 'owner', 'Itto'), move('out', 5_000, 'owner', 'une autre')]
    expect(short(cashEntries(chart, head, { ...quiet, moves, ownerPayments: [paid({})] }))).toEqual([
      ['Avance à : une autre', '+3411 5000', '-51611 5000'],
      ['Règlement à itto', '+4481ITTO 5000', '-51611 5000'],
    ])
  })

  it('comes from the safe at the opening beyond the last count, and goes there', () => {
    const opening = (float: number, previous: number | null) =>
      short(
        cashEntries(chart, head, {
          ...quiet,
          float: dirham(float),
          previousCount: previous === null ? null : dirham(previous),
        }),
      )
    expect(opening(500, null)).toEqual([['Fonds de caisse', '+51611 500', '-51612 500']])
    expect(opening(500, 900)).toEqual([['Fonds de caisse', '+51612 400', '-51611 400']])
    expect(opening(500, 500)).toEqual([])
  })

  it('is short or over where it was counted', () => {
    const counted = (difference: number) =>
      short(cashEntries(chart, head, { ...quiet, difference: dirham(difference) }))
    expect(counted(-30)).toEqual([['Écart de caisse', '+63861 30', '-51611 30']])
    expect(counted(30)).toEqual([['Écart de caisse', '+51611 30', '-73861 30']])
  })
})

describe('a payment to an artisan that did not come out of the drawer', () => {
  const booked = (part: Partial<FactOf<'ownerPaid'>>) =>
    short([ownerPaymentEntry(chart, paid(part), 'P9', '2026-11-05')].filter((entry) => entry !== null))

  it('goes through the bank, or waits with mobile money', () => {
    expect(booked({ by: 'transfer', reference: 'VIR 12' })).toEqual([
      ['Règlement à itto VIR 12', '+4481ITTO 5000', '-5141 5000'],
    ])
    expect(booked({ by: 'mobile', what: 'advance' })).toEqual([
      ['Avance à itto', '+4481ITTO 5000', '-5118 5000'],
    ])
    expect(booked({ by: 'cash' })).toEqual([])
  })

  it('keeps advances on an account of their own', () => {
    const entry = ownerPaymentEntry(chart, paid({ by: 'cheque', what: 'advance' }), 'P9', '2026-11-05')
    expect(entry?.lines[0]).toMatchObject({ account: '3411', auxiliary: '4481ITTO', auxiliaryName: 'itto' })
  })
})
