import { expect, test } from 'vitest'
import { agree, openCounter, payCash, scan, view } from '#test/models/checkout/shop.ts'

test('a price is shaken on between floor and label', () => {
  const counter = openCounter()
  expect(agree(counter, 1, 380_000)).toBe('noOpenSale')
  scan(counter, 'RUG')
  expect(agree(counter, 2, 380_000)).toBe('unknownLine')
  expect(agree(counter, 1, 450_001)).toBe('abovePosted')
  expect(agree(counter, 1, 450_001, 'omar')).toBe('abovePosted')
  expect(agree(counter, 1, 359_999)).toBe('belowFloor')
  expect(agree(counter, 1, 360_000)).toBeNull()
  expect(agree(counter, 1, 450_000)).toBeNull()
  expect(view(counter).sale).toMatchObject({ total: 450_000, lines: [{ agreed: { manager: null } }] })
})

test('a manager allows less than the floor, and is named', () => {
  const counter = openCounter()
  scan(counter, 'RUG')
  expect(agree(counter, 1, 100_000, 'omar')).toBeNull()
  payCash(counter, 100_000)
  expect(counter.tickets()[0]?.lines[0]).toMatchObject({
    gross: 100_000,
    discount: 350_000,
    agreed: { unit: 100_000, manager: 'omar' },
  })
})

test('without a floor any price down to nothing is agreed, but never less', () => {
  const counter = openCounter()
  scan(counter, 'SOAP')
  expect(agree(counter, 1, -1, 'omar')).toBe('badAmount')
  expect(agree(counter, 1, 0)).toBeNull()
  expect(view(counter).sale?.due).toBe(0)
})
