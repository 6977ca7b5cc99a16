import { expect, test } from 'vitest'
import type { Closing } from '#shared/closing/closing.ts'
import { emptyFigures, mergeFigures } from '#shared/closing/merge-figures.ts'
import { dirham } from '#shared/money/amount.ts'
import { rawFigures } from '#test/harness/closing-oracle.ts'
import { testFolder, testLedger } from '#test/harness/ledger-folder.ts'
import { generateLedger } from '#test/harness/ledger-generator.ts'
import { expectRightFigures } from '#test/models/checkout/closings.ts'
import { closingCircumstances } from './closing-circumstances.ts'

const key = () => null

/** A shop whose till was older than closings: 80 tickets a day since 2 January 2024. */
function longTrading(tickets: number) {
  const folder = testFolder()
  generateLedger(folder, { items: 30, tickets, closed: true })
  return testLedger(folder)
}

const at = (iso: string) => ({ at: { utcMs: Date.parse(iso), offsetMinutes: 60 }, by: 'driss' })
const opening = { type: 'openShift', cashier: 'amina', float: dirham(0) } as const

test('months of before closings were kept are closed from their history, when the next shift opens', () => {
  const ledger = longTrading(2500)
  const entries = [...ledger.entriesAfter(0)]
  const { dueClosings } = closingCircumstances({ ledger, key }, opening, at('2024-02-20T08:00:00Z'))
  const [january] = dueClosings.map(({ closing }) => closing)
  expect(dueClosings.map(({ closing }) => closing.of)).toEqual(['2024-01'])
  if (january === undefined) throw new Error('January is due')
  const days = ledger.shiftsOn({ from: '2024-01-01', to: '2024-01-31' })
  expect(days.length).toBe(30)
  const raw = days.map(({ shiftId }) => ({ ...emptyFigures, ...rawFigures(entries, shiftId) }))
  const sum = raw.map(withTold).reduce(mergeFigures, emptyFigures)
  expect(january.figures).toEqual({ ...sum, waiting: 0 })
  const end = entries.find(({ seq }) => seq === days.at(-1)?.closed)
  expect(end?.fact).toMatchObject({ kind: 'shiftClosed', grandTotal: january.grandTotal })
  expect(january).toMatchObject({
    number: 1,
    days: { first: '2024-01-02', last: '2024-01-31' },
    entries: { first: days[0]?.opened, last: days.at(-1)?.closed },
    head: end?.hash,
    notes: null,
  })
}, 120_000)

const withTold = (figures: unknown): Closing['figures'] => {
  const known = figures as Closing['figures']
  return { ...known, terminals: known.terminals.map((each) => ({ ...each, told: null, disputed: 0 })) }
}

test('what is due is read again each time and changes nothing', () => {
  const ledger = longTrading(200)
  const ask = () => closingCircumstances({ ledger, key }, opening, at('2025-02-01T08:00:00Z')).dueClosings
  expect(ask()).toEqual(ask())
  expect(ask().map(({ closing }) => `${closing.period} ${closing.of} ${closing.number}`)).toEqual([
    'month 2024-01 1',
    'year 2024 1',
  ])
  for (const { closing, signed } of ask())
    ledger.append([{ kind: 'periodClosed', closing, signed }], 'driss', closing.closedAt)
  expect(ask()).toEqual([])
})

test('a shift is closed over its own stretch alone, whatever came before', () => {
  const ledger = longTrading(170)
  const shiftId = 'shift-x' as never
  const now = at('2024-01-09T08:00:00Z')
  ledger.append(
    [{ kind: 'shiftOpened', shiftId, businessDay: '2024-01-09', cashier: 'amina', float: dirham(700) }],
    'amina',
    now.at,
  )
  const closing = closingCircumstances({ ledger, key }, { type: 'closeShift', counted: dirham(900) }, now)
    .closing?.closing
  if (closing === undefined) throw new Error('there is a shift to close')
  expect(closing).toMatchObject({
    number: 1,
    tickets: null,
    grandTotal: ledger.grandTotal(),
    absoluteTotal: ledger.absoluteTotal(),
    figures: { drawer: { float: 700, expected: 700, counted: 900, difference: 200 } },
  })
  const drawer = { float: 700, cash: 0, in: 0, out: 0, expected: 700, counted: 900, difference: 200 } as never
  const over = { kind: 'shiftClosed', shiftId, drawer, grandTotal: ledger.grandTotal() } as const
  ledger.append([over, { kind: 'periodClosed', closing, signed: null }], 'amina', now.at)
  expectRightFigures([...ledger.entriesAfter(0)], closing)
})

test('no other command costs anything', () => {
  const ledger = longTrading(10)
  const now = at('2026-01-01T08:00:00Z')
  const none = { closing: null, closingRefusal: null, dueClosings: [] }
  expect(closingCircumstances({ ledger, key }, { type: 'cancelSale' }, now)).toEqual(none)
  expect(closingCircumstances({ ledger, key }, null, now)).toEqual(none)
})
