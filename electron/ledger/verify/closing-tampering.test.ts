import { describe, expect, test } from 'vitest'
import { openShopKey, type ShopKey } from '#electron/platform/shop-key.ts'
import type { FactOf } from '#shared/checkout/fact.ts'
import { canonicalJson } from '#shared/kernel/canonical-json.ts'
import { dirham } from '#shared/money/amount.ts'
import { strangersKey } from '#test/harness/archive-forger.ts'
import { counterOn } from '#test/harness/ledger-counter.ts'
import { byHand, live, testFolder, testLedger } from '#test/harness/ledger-folder.ts'
import { tradeDays } from '#test/harness/traded-months.ts'
import { entryHash, genesis } from '../chain.ts'
import { verifyLedger } from './verify.ts'

const days = ['2025-12-30', '2025-12-31', '2026-01-02', '2026-02-01']

function traded(key?: ShopKey | null): { readonly folder: string; readonly key: ShopKey | null } {
  const folder = testFolder()
  return { folder, ...tradeDays(folder, key === undefined ? { days } : { days, key }) }
}

type Closed = FactOf<'periodClosed'>

/** Changes the closings of a ledger and makes every hash after them anew: whoever can write the file can do that. */
function forge(folder: string, change: (fact: Closed) => Closed): void {
  byHand(folder, (db) => {
    const till = db.prepare<[], string>('SELECT till_id FROM head').pluck().get() ?? ''
    const rows = db
      .prepare<
        [],
        { seq: number; utc_ms: number; offset_minutes: number; by_name: string; kind: string; body: string }
      >('SELECT seq, utc_ms, offset_minutes, by_name, kind, body FROM journal ORDER BY seq')
      .all()
    const write = db.prepare('UPDATE journal SET body = ?, previous_hash = ?, hash = ? WHERE seq = ?')
    let last = genesis
    for (const { seq, utc_ms, offset_minutes, by_name, kind, body } of rows) {
      const text = kind === 'periodClosed' ? canonicalJson(change(JSON.parse(body) as Closed)) : body
      const hash = entryHash(last, till, seq, utc_ms, offset_minutes, by_name, text)
      write.run(text, last, hash, seq)
      last = hash
    }
    db.prepare('UPDATE head SET hash = ?').run(last)
  })
}

/** What verify says of a ledger whose closing of one kind and number was changed. */
function saidOf(
  period: 'shift' | 'month' | 'year',
  number: number,
  change: (fact: Closed) => Closed,
  key?: ShopKey,
): string {
  const shop = traded()
  forge(shop.folder, (fact) => {
    if (fact.closing.period !== period || fact.closing.number !== number) return fact
    const changed = change(fact)
    const by = key ?? shop.key
    const signature = by?.sign(canonicalJson(changed.closing)) ?? ''
    return { ...changed, signed: changed.signed && { publicKey: by?.publicKey ?? '', signature } }
  })
  const [wrong] = verifyLedger(shop.folder).problems
  return wrong === undefined ? 'whole' : `${wrong.table}, ${wrong.key}: ${wrong.what}`
}

const closing =
  (change: Partial<Closed['closing']>) =>
  (fact: Closed): Closed => ({ ...fact, closing: { ...fact.closing, ...change } })
const figures =
  (change: (before: Closed['closing']['figures']) => Partial<Closed['closing']['figures']>) =>
  (fact: Closed): Closed => {
    const before = fact.closing.figures
    return { ...fact, closing: { ...fact.closing, figures: { ...before, ...change(before) } } }
  }

test('the closings of shifts, months and a year as the till made them are whole, and counted', () => {
  const { folder } = traded()
  expect(verifyLedger(folder)).toMatchObject({ problems: [], closings: 7, unsignedClosings: 0 })
})

test('a shift that was closed under a clock that had jumped back is whole', () => {
  const folder = testFolder()
  const ledger = testLedger(folder)
  let utcMs = Date.UTC(2026, 0, 2, 8)
  const send = counterOn(ledger, { now: () => ({ utcMs, offsetMinutes: 60 }) })
  expect(send({ type: 'openShift', cashier: 'amina', float: dirham(0) })).toBeNull()
  utcMs -= 3_600_000
  expect(send({ type: 'closeShift', counted: dirham(0) })).toBeNull()
  expect([...ledger.entriesAfter(2)].map(({ fact }) => fact.kind)).toEqual([
    'clockWentBack',
    'shiftClosed',
    'periodClosed',
  ])
  ledger.close()
  expect(verifyLedger(folder)).toMatchObject({ problems: [], closings: 1 })
})

test('a month and a year of shifts without a Z are recomputed from the shifts themselves', () => {
  const folder = testFolder()
  const ledger = testLedger(folder)
  live(ledger, { items: 20, tickets: 90, closed: true })
  const send = counterOn(ledger, { now: () => ({ utcMs: Date.UTC(2025, 0, 2, 8), offsetMinutes: 60 }) })
  expect(send({ type: 'openShift', cashier: 'amina', float: dirham(0) })).toBeNull()
  ledger.close()
  expect(verifyLedger(folder)).toMatchObject({ problems: [], closings: 2, unsignedClosings: 2 })
  const change = figures(({ sales }) => ({ sales: { ...sales, count: sales.count + 1 } }))
  forge(folder, (fact) => (fact.closing.period === 'month' ? change(fact) : fact))
  expect(verifyLedger(folder).problems).toEqual([
    {
      table: 'closings',
      key: 'month 1',
      what: expect.stringMatching(/^figures\.sales is .+, the journal comes to .+$/),
    },
  ])
})

test('closings that the till could not sign are told', () => {
  const { folder } = traded(null)
  expect(verifyLedger(folder)).toMatchObject({ problems: [], closings: 7, unsignedClosings: 7 })
})

describe('a figure changed, signed anew by whoever has the key, with every hash made to fit, is named', () => {
  test.each([
    ['gross', figures(({ gross }) => ({ gross: (gross - 100) as typeof gross }))],
    ['absolute', figures(({ absolute }) => ({ absolute: (absolute - 100) as typeof absolute }))],
    ['sales', figures(({ sales }) => ({ sales: { ...sales, count: sales.count - 1 } }))],
    ['vat', figures(({ vat }) => ({ vat: vat.slice(1) }))],
    ['tenders', figures(({ tenders }) => ({ tenders: tenders.toReversed() }))],
    ['noSales', figures(() => ({ noSales: 0 }))],
    ['drawer', figures(({ drawer }) => ({ drawer: { ...drawer, difference: drawer.cash } }))],
    ['owners', figures(() => ({ owners: [] }))],
    ['terminals', figures(() => ({ terminals: [] }))],
    ['parked', figures(() => ({ parked: 2 }))],
  ])('figures.%s of a shift', (field, change) => {
    expect(saidOf('shift', 2, change)).toMatch(
      new RegExp(`^closings, shift 2: figures\\.${field} is .+, the journal comes to .+$`),
    )
  })

  test.each([
    ['shift', 'grandTotal', { grandTotal: 1 }],
    ['shift', 'absoluteTotal', { absoluteTotal: 1 }],
    ['shift', 'head', { head: 'f'.repeat(64) }],
    ['shift', 'tickets', { tickets: null }],
    ['shift', 'entries', { entries: { first: 3, last: 9 } }],
    ['shift', 'restores', { restores: 1 }],
    ['shift', 'closedAt', { closedAt: { utcMs: 1, offsetMinutes: 60 } }],
    ['shift', 'notes', { notes: null }],
    ['month', 'grandTotal', { grandTotal: 1 }],
    ['month', 'days', { days: { first: '2025-12-01', last: '2025-12-31' } }],
    ['month', 'head', { head: 'f'.repeat(64) }],
    ['year', 'absoluteTotal', { absoluteTotal: 1 }],
    ['year', 'tickets', { tickets: null }],
  ] as const)('of a %s its %s', (period, field, change) => {
    expect(saidOf(period, 1, closing(change as never))).toMatch(
      new RegExp(`^closings, ${period} 1: ${field} is .+, the journal comes to .+$`),
    )
  })

  test.each(['month', 'year'] as const)('figures of a %s', (period) => {
    const change = figures(({ discounts }) => ({ discounts: (discounts + 5) as typeof discounts }))
    expect(saidOf(period, 1, change)).toMatch(
      new RegExp(`^closings, ${period} 1: figures\\.discounts is .+, the journal comes to .+$`),
    )
  })
})

test('a closing signed with somebody else’s key is named', () => {
  expect(saidOf('shift', 1, (fact) => fact, strangersKey())).toMatch(
    /^closings, shift 1: it is signed with key \S+, which was not the shop’s then$/,
  )
})

test('a signature that was of something else is named', () => {
  const { folder } = traded()
  forge(folder, (fact) => ({
    ...fact,
    signed: fact.signed && { ...fact.signed, signature: openShopKey(folder).sign('something else') },
  }))
  expect(verifyLedger(folder).problems).toEqual([
    { table: 'closings', key: 'shift 1', what: 'its signature is not of what it says' },
  ])
})
