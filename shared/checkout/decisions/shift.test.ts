import { expect, test } from 'vitest'
import { Counter } from '#test/models/checkout/counter.ts'
import { item, plainSettings } from '#test/models/checkout/fixtures.ts'
import { openCounter, payCash, refund, scan, view } from '#test/models/checkout/shop.ts'
import { dirham } from '../../money/amount.ts'

const close = (counter: Counter, counted = 0) =>
  counter.command({ type: 'closeShift', counted: dirham(counted) })

test('a shift opens once and closes once', () => {
  const counter = openCounter()
  expect(view(counter)).toMatchObject({ phase: 'idle', shift: { cashier: 'amina', float: 50_000 } })
  expect(counter.command({ type: 'openShift', cashier: 'omar', float: dirham(0) })).toBe('shiftOpen')
  expect(close(counter)).toBeNull()
  expect(close(counter)).toBe('noOpenShift')
  expect(view(counter)).toMatchObject({ phase: 'closed', shift: null })
})

test('the drawer is counted against float, cash kept and cash moved', () => {
  const counter = openCounter()
  scan(counter, 'SOAP', 2)
  payCash(counter, 10_000)
  refund(counter, 1, 1, 1)
  const move = { type: 'moveCash', reason: 'coins' } as const
  expect(counter.command({ ...move, direction: 'in', amount: dirham(300) })).toBeNull()
  expect(counter.command({ ...move, direction: 'out', amount: dirham(120) })).toBeNull()
  expect(counter.command({ ...move, direction: 'out', amount: dirham(-1) })).toBe('badAmount')
  const before = counter.facts.length
  expect(counter.command({ ...move, direction: 'out', amount: dirham(0) })).toBeNull()
  expect(counter.facts).toHaveLength(before)
  close(counter, 51_200)
  expect(counter.facts.at(-2)).toMatchObject({
    kind: 'shiftClosed',
    grandTotal: 1000,
    drawer: { float: 50_000, cash: 1000, in: 300, out: 120, expected: 51_180, difference: 20 },
  })
})

test('an open sale keeps the shift open; parked ones do not and are there tomorrow', () => {
  const counter = openCounter()
  scan(counter, 'SOAP')
  expect(close(counter)).toBe('saleOpen')
  counter.command({ type: 'park', name: 'hat' })
  expect(close(counter)).toBeNull()
  expect(counter.command({ type: 'resume', name: 'hat' })).toBe('noOpenShift')
  counter.restart()
  counter.command({ type: 'openShift', cashier: 'omar', float: dirham(0) })
  expect(view(counter).parked).toMatchObject([{ name: 'hat', total: 1000, lineCount: 1 }])
  counter.command({ type: 'resume', name: 'hat' })
  payCash(counter, 1000)
  const opened = counter.facts.findLast((fact) => fact.kind === 'shiftOpened')
  expect(counter.tickets()[0]).toMatchObject({ cashier: 'omar', shiftId: opened?.shiftId })
})

test('the business day is the shop’s own, not that of Greenwich', () => {
  const counter = openCounter()
  // The counter's clock runs at UTC+1.
  expect(view(counter).shift?.businessDay).toBe('2026-09-21')
})

test('a drawer opened without a sale is a fact and a kick', () => {
  const counter = openCounter()
  expect(counter.command({ type: 'openDrawer', reason: 'change' })).toBeNull()
  expect(counter.facts.at(-1)).toMatchObject({ kind: 'drawerOpened', reason: 'change' })
  expect(counter.effects).toEqual([{ type: 'kickDrawer' }])
  expect(new Counter().command({ type: 'openDrawer', reason: 'change' })).toBe('noOpenShift')
})

test('a large catalogue is several facts, in order', () => {
  const counter = new Counter()
  const items = Array.from({ length: 2500 }, (_, index) => item(`S${index}`, 100))
  counter.command({ type: 'loadCatalogue', items })
  const loaded = counter.facts.flatMap((fact) => (fact.kind === 'catalogueLoaded' ? [fact.items] : []))
  expect(loaded.map((each) => each.length)).toEqual([1000, 1000, 500])
  expect(loaded.flat()).toEqual(items)
})

test('shop, people and training need no shift; training needs the counter free', () => {
  const counter = new Counter()
  expect(counter.command({ type: 'configure', settings: plainSettings })).toBeNull()
  expect(counter.command({ type: 'setPeople', people: [] })).toBeNull()
  expect(counter.command({ type: 'setTraining', on: true })).toBeNull()
  expect(counter.facts.map((fact) => fact.kind)).toEqual(['shopConfigured', 'peopleChanged'])
  const open = openCounter()
  scan(open, 'SOAP')
  expect(open.command({ type: 'setTraining', on: true })).toBe('saleOpen')
})
