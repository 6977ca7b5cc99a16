import { expect, test } from 'vitest'
import type { Sku } from '#shared/kernel/ids.ts'
import type { OnlineOrder } from '#shared/marketplace/online.ts'
import { amount, type Currency } from '#shared/money/amount.ts'
import { judgeOrder, keptBuyer, unreadOrder } from './judge-order.ts'

const money = (minor: number) => amount<Currency>(minor)
const at = { utcMs: 1_795_000_000_000, offsetMinutes: 60 }

const order = (change: Partial<OnlineOrder> = {}): OnlineOrder => ({
  id: '17',
  number: '1017',
  state: 'paid',
  placedAt: at,
  lines: [{ sku: 'RUG' as Sku, name: 'Tapis', units: 1, price: money(450_000) }],
  total: money(454_500),
  currency: 'MAD',
  shipping: money(4_500),
  buyer: { name: 'Anna', email: 'anna@example', language: 'de-DE', address: 'Ulm', country: 'DE' },
  delivery: 'ship',
  ...change,
})

const judge = (change: Partial<OnlineOrder> = {}) => judgeOrder(order(change), (sku) => sku === 'RUG')

test('an order that adds up is taken as it is, without its buyer', () => {
  expect(judge()).toEqual({
    order: {
      id: '17',
      number: '1017',
      placedAt: at,
      lines: [{ sku: 'RUG', name: 'Tapis', units: 1, price: 450_000 }],
      shipping: 4_500,
      total: 454_500,
      delivery: 'ship',
      language: 'de-DE',
      country: 'DE',
    },
    odd: null,
  })
})

test('another currency is never read as dirhams', () => {
  const { order: taken, odd } = judge({ currency: 'EUR', total: money(45_450) })
  expect(odd).toEqual({ because: 'otherCurrency', text: 'EUR 454.50' })
  expect(taken).toMatchObject({ lines: [{ sku: 'RUG', price: 0 }], shipping: 0, total: 0 })
})

test('a sku of somebody else is none; an order of nothing but such ones is odd', () => {
  const strange = { sku: 'MUG' as Sku, name: 'Mug', units: 1, price: money(100) }
  const [own] = order().lines
  if (own === undefined) throw new Error('one line')
  expect(judge({ lines: [own, strange], total: money(454_600) })).toMatchObject({
    order: { lines: [{ sku: 'RUG' }, { sku: null }] },
    odd: null,
  })
  expect(judge({ lines: [strange], total: money(4_600) }).odd?.because).toBe('unknownPieces')
  expect(judge({ lines: [], total: money(4_500) }).odd?.because).toBe('unknownPieces')
})

test('sums that do not add up are told as both sides have them', () => {
  expect(judge({ total: money(400_000) }).odd).toEqual({
    because: 'badSum',
    text: 'MAD 4000.00 ≠ 4545.00',
  })
})

test.each([0, -1, 1.5, Number.NaN])('%s units are no line', (units) => {
  const [own] = order().lines
  if (own === undefined) throw new Error('one line')
  const judged = judge({ lines: [own, { ...own, units }] })
  expect(judged.order.lines).toHaveLength(1)
  expect(judged.odd?.because).toBe('badSum')
})

test('a sum beyond the exact integers is odd and no defect', () => {
  const [own] = order().lines
  if (own === undefined) throw new Error('one line')
  const huge = { ...own, units: Number.MAX_SAFE_INTEGER, price: money(1_000) }
  expect(judge({ lines: [huge] }).odd?.text).toBe('MAD 4545.00 ≠ ?')
})

test('what the journal cannot hold is not put into it: half a character, and pages of text', () => {
  const half = `Tapis \ud83d`
  const { order: taken } = judge({
    number: half,
    lines: [{ sku: 'RUG' as Sku, name: 'x'.repeat(10_000), units: 1, price: money(450_000) }],
  })
  expect(taken.number.isWellFormed()).toBe(true)
  expect(taken.lines[0]?.name).toHaveLength(200)
  expect(keptBuyer({ ...order().buyer, name: half }).name.isWellFormed()).toBe(true)
})

test('an order that could not be understood is there all the same, and says why', () => {
  const odd = { id: '18', number: '1018', code: 'malformed', text: 'no total' } as const
  expect(unreadOrder(odd, at)).toMatchObject({
    order: { id: '18', number: '1018', lines: [], total: 0 },
    odd: { because: 'unknownPieces', text: 'malformed: no total' },
  })
  const foreign = { ...odd, code: 'otherCurrency', text: 'JPY' } as const
  expect(unreadOrder(foreign, at).odd.because).toBe('otherCurrency')
})
