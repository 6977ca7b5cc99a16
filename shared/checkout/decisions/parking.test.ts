import { expect, test } from 'vitest'
import { openCounter, payCash, scan, view } from '#test/models/checkout/shop.ts'

test('a cart set aside comes back as it was', () => {
  const counter = openCounter()
  const park = (name: string) => counter.command({ type: 'park', name })
  const resume = (name: string) => counter.command({ type: 'resume', name })
  expect(park('hat')).toBe('noOpenSale')
  expect(resume('hat')).toBe('unknownParked')
  scan(counter, 'SOAP', 2)
  expect(park('  ')).toBe('badName')
  expect(park('hat')).toBeNull()
  expect(view(counter)).toMatchObject({ phase: 'idle', parked: [{ name: 'hat', total: 2000 }] })
  scan(counter, 'PLATE')
  expect(resume('hat')).toBe('saleOpen')
  expect(park('scarf')).toBeNull()
  expect(resume('hat')).toBeNull()
  expect(view(counter)).toMatchObject({ sale: { total: 2000 }, parked: [{ name: 'scarf' }] })
  payCash(counter, 2000)
  expect(resume('hat')).toBe('unknownParked')
})

test('two carts under one name are both kept; the later comes back first', () => {
  const counter = openCounter()
  scan(counter, 'SOAP', 1)
  counter.command({ type: 'park', name: 'hat' })
  scan(counter, 'SOAP', 2)
  counter.command({ type: 'park', name: 'hat' })
  counter.command({ type: 'resume', name: 'hat' })
  expect(view(counter).sale?.total).toBe(2000)
  counter.command({ type: 'cancelSale' })
  counter.command({ type: 'resume', name: 'hat' })
  expect(view(counter).sale?.total).toBe(1000)
})
