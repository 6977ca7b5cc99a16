import { expect, test } from 'vitest'
import { Counter } from '#test/models/checkout/counter.ts'
import { item } from '#test/models/checkout/fixtures.ts'
import {
  agree,
  openCounter,
  payCash,
  plate,
  refund,
  rug,
  scan,
  soap,
  view,
} from '#test/models/checkout/shop.ts'

const lines = (counter: Counter) => view(counter).sale?.lines.map((line) => [line.sku, line.quantity])

test('without a shift nothing is scanned', () => {
  expect(scan(new Counter(), 'SOAP')).toBe('noOpenShift')
})

test('the first scan that finds something opens the sale; a refused one does not', () => {
  const counter = openCounter()
  expect(scan(counter, 'NOPE')).toBe('unknownItem')
  expect(view(counter)).toMatchObject({ phase: 'idle', sale: null })
  expect(scan(counter, 'SOAP', 2)).toBeNull()
  expect(view(counter)).toMatchObject({ phase: 'ringing', sale: { total: 2000, due: 2000 } })
})

test('a barcode scans as its sku', () => {
  const counter = openCounter({}, [item('TEA', 500, { barcodes: ['6111234567890'] })])
  expect(scan(counter, '6111234567890')).toBeNull()
  expect(scan(counter, 'TEA')).toBeNull()
  expect(lines(counter)).toEqual([['TEA', 2]])
})

test('the same sku adds to its line until its price is agreed', () => {
  const counter = openCounter()
  scan(counter, 'PLATE')
  scan(counter, 'SOAP')
  scan(counter, 'PLATE', 2)
  expect(agree(counter, 1, plate.price)).toBeNull()
  scan(counter, 'PLATE')
  scan(counter, 'PLATE')
  expect(lines(counter)).toEqual([
    ['PLATE', 3],
    ['SOAP', 1],
    ['PLATE', 2],
  ])
})

test('a piece is in one cart only, parked ones included, and never twice in one', () => {
  const counter = openCounter()
  expect(scan(counter, 'RUG', 2)).toBe('alreadySold')
  expect(view(counter).sale).toBeNull()
  scan(counter, 'RUG')
  expect(scan(counter, 'RUG')).toBe('alreadySold')
  expect(counter.command({ type: 'changeQuantity', line: 1, quantity: 2 })).toBe('alreadySold')
  counter.command({ type: 'park', name: 'hat' })
  expect(scan(counter, 'RUG')).toBe('alreadySold')
  counter.command({ type: 'resume', name: 'hat' })
  counter.command({ type: 'removeLine', line: 1 })
  expect(scan(counter, 'RUG')).toBeNull()
})

test('a piece is sold once, and again after it came back', () => {
  const counter = openCounter()
  scan(counter, 'RUG')
  payCash(counter, rug.price)
  expect(scan(counter, 'RUG')).toBe('alreadySold')
  expect(refund(counter, 1, 1, 1)).toBeNull()
  expect(scan(counter, 'RUG')).toBeNull()
})

test('quantities and totals keep within bounds', () => {
  const counter = openCounter({}, [soap, item('GOLD', 1_000_000_000)])
  for (const quantity of [0, -1, 1.5, 10_000, Number.NaN]) {
    expect(scan(counter, 'SOAP', quantity)).toBe('badQuantity')
  }
  expect(scan(counter, 'SOAP', 9999)).toBeNull()
  expect(scan(counter, 'SOAP')).toBe('badQuantity')
  expect(counter.command({ type: 'changeQuantity', line: 1, quantity: 10_000 })).toBe('badQuantity')
  expect(scan(counter, 'GOLD')).toBe('badAmount')
  expect(lines(counter)).toEqual([['SOAP', 9999]])
})

test('a line can be corrected and taken out; a line that is not there cannot', () => {
  const counter = openCounter()
  scan(counter, 'SOAP', 3)
  expect(counter.command({ type: 'changeQuantity', line: 1, quantity: 1 })).toBeNull()
  expect(counter.command({ type: 'changeQuantity', line: 2, quantity: 1 })).toBe('unknownLine')
  expect(counter.command({ type: 'removeLine', line: 0 })).toBe('unknownLine')
  expect(counter.command({ type: 'removeLine', line: 1 })).toBeNull()
  expect(view(counter)).toMatchObject({ phase: 'ringing', sale: { total: 0, lines: [] } })
})

test('an emptied sale pays nothing, and giving it up is not counted as a cancelled one', () => {
  const counter = openCounter()
  scan(counter, 'SOAP')
  counter.command({ type: 'removeLine', line: 1 })
  expect(payCash(counter, 1000)).toBe('nothingToPay')
  expect(counter.command({ type: 'cancelSale' })).toBeNull()
  expect(counter.facts.at(-1)).toMatchObject({ kind: 'saleCancelled', hadLines: false })
  scan(counter, 'SOAP')
  counter.command({ type: 'cancelSale' })
  expect(counter.facts.at(-1)).toMatchObject({ kind: 'saleCancelled', hadLines: true })
})

test('a later catalogue does not change what is in the cart', () => {
  const counter = openCounter()
  scan(counter, 'SOAP')
  counter.command({ type: 'loadCatalogue', items: [{ ...soap, price: plate.price }] })
  scan(counter, 'SOAP')
  expect(view(counter).sale?.total).toBe(2000)
})

test('the visitor chooses the language of the receipt', () => {
  const counter = openCounter()
  expect(counter.command({ type: 'chooseLanguage', language: 'es' })).toBe('noOpenSale')
  scan(counter, 'SOAP')
  expect(view(counter).sale?.language).toBe('fr')
  counter.command({ type: 'chooseLanguage', language: 'es' })
  payCash(counter, 1000)
  expect(counter.tickets()[0]?.language).toBe('es')
})
