import { describe, expect, it } from 'vitest'
import { dirham } from '../../money/amount.ts'
import type { StatementLine } from '../../settlement/statement.ts'
import { accountPlans } from './account-plans.data.ts'
import { cardEntries, type SettledLine } from './card-entries.ts'
import { chartOf } from './chart.ts'
import type { JournalEntry, journals } from './journal-entry.ts'
import { numberEntries } from './number-entries.ts'

const plan = { ...accountPlans.MA, cards: { t2: '511512' } }
const chart = chartOf({ plan, language: 'fr', findOwner: () => null })

const line = (
  part: Partial<StatementLine>,
  terminal: string | null = 't1',
  acquirer = 'cmi',
): SettledLine => ({
  acquirer,
  importedOn: '2026-11-10',
  terminal,
  line: {
    line: 1,
    kind: 'sale',
    amount: dirham(10_000),
    fee: dirham(110),
    on: '2026-11-05',
    valueOn: '2026-11-07',
    authorisation: null,
    trace: null,
    terminalId: null,
    last4: null,
    ...part,
  },
})

const short = ({ piece, date, validatedOn, lines }: JournalEntry) => ({
  piece,
  date,
  validatedOn,
  lines: lines.map(({ account, debit, credit }) =>
    debit > 0 ? `+${account} ${debit}` : `-${account} ${credit}`,
  ),
})

describe('what an acquirer paid', () => {
  it('is the net in the bank, fee and VAT in it apart, and the gross off each terminal’s account', () => {
    const lines = [line({}), line({ amount: dirham(5_000), fee: dirham(55) }, 't2')]
    expect(cardEntries(chart, lines).map(short)).toEqual([
      {
        piece: 'R261107-1',
        date: '2026-11-07',
        validatedOn: '2026-11-10',
        // 165 with 10 % in it: 15 of VAT.
        lines: ['+5141 14835', '+61473 150', '+3455210 15', '-51151 10000', '-511512 5000'],
      },
    ])
  })

  it('is an entry for each acquirer and value day; a day it does not say is the payment’s, or the import’s', () => {
    const lines = [
      line({}),
      line({}, 't1', 'naps'),
      line({ valueOn: null }),
      line({ valueOn: null, on: null, fee: null }),
    ]
    expect(cardEntries(chart, lines).map(({ piece, date }) => [piece, date])).toEqual([
      ['R261107-1', '2026-11-07'],
      ['R261107-2', '2026-11-07'],
      ['R261105-1', '2026-11-05'],
      ['R261110-1', '2026-11-10'],
    ])
  })

  it('turns round where more was given back than taken, fee and all', () => {
    const lines = [line({ kind: 'refund', fee: dirham(-110) })]
    expect(cardEntries(chart, lines).map((entry) => short(entry).lines)).toEqual([
      ['+51151 10000', '-5141 9890', '-61473 100', '-3455210 10'],
    ])
  })

  it('waits in suspense where the till knows no charge', () => {
    const lines = [line({ fee: null }, null)]
    expect(cardEntries(chart, lines).map((entry) => short(entry).lines)).toEqual([
      ['+5141 10000', '-4497 10000'],
    ])
  })

  it('is never final before its own day', () => {
    const [entry] = cardEntries(chart, [{ ...line({ valueOn: '2026-11-12' }), importedOn: '2026-11-10' }])
    expect(entry).toMatchObject({ date: '2026-11-12', validatedOn: '2026-11-12' })
  })
})

describe('numbers of entries', () => {
  it('follow the days entries became final, then their own days, then the journals', () => {
    const entry = (journal: (typeof journals)[number], date: string, validatedOn: string): JournalEntry => ({
      journal,
      date,
      validatedOn,
      piece: `${journal} ${date}`,
      label: '',
      lines: [],
    })
    const late = entry('BQ', '2026-11-01', '2026-11-10')
    const sales = entry('VTE', '2026-11-02', '2026-11-03')
    const cash = entry('CAI', '2026-11-02', '2026-11-03')
    const before = entry('OD', '2026-11-01', '2026-11-03')
    const numbered = numberEntries([late, cash, sales, before])
    expect(numbered.map(({ number, piece }) => [number, piece])).toEqual([
      [1, before.piece],
      [2, sales.piece],
      [3, cash.piece],
      [4, late.piece],
    ])
  })
})
