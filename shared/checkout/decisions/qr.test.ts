import { expect, test } from 'vitest'
import { abilities } from '#test/models/checkout/counter.ts'
import { merchantQr } from '#test/models/checkout/fixtures.ts'
import { answer, openCounter, payCard, payCash, results, scan, view } from '#test/models/checkout/shop.ts'
import { dirham } from '../../money/amount.ts'
import { parseMerchantQr } from '../../qr/merchant-qr.ts'

const showing = (amount: number | null = null) => {
  const counter = openCounter({ merchantQr })
  scan(counter, 'SOAP', 3)
  const show = (minor: number | null) =>
    counter.command({ type: 'showQr', amount: minor === null ? null : dirham(minor) })
  expect(show(amount)).toBeNull()
  return { counter, show, qr: () => view(counter).sale?.qr ?? null }
}
const amountIn = (payload: string | undefined) => {
  const read = parseMerchantQr(payload ?? '')
  return read.ok ? read.value.objects.find(({ tag }) => tag === '54')?.value : read.error
}

test('the code carries what is due, and is no fact', () => {
  const { counter, qr } = showing()
  expect(qr()?.amount).toBe(3000)
  expect(amountIn(qr()?.payload)).toBe('30.00')
  expect(counter.facts.at(-1)?.kind).toBe('lineAdded')
  expect(counter.effects).toEqual([])
  counter.restart()
  expect(qr()).toBeNull()
})

test('a part of it may be asked for, and no more than is due', () => {
  const { show, qr } = showing(1250)
  expect(amountIn(qr()?.payload)).toBe('12.50')
  expect(show(3001)).toBe('exceedsDue')
  expect(show(0)).toBe('badAmount')
  expect(qr()?.amount).toBe(1250)
})

test('the telephone’s reference completes the sale', () => {
  const { counter } = showing()
  counter.command({ type: 'payOther', tender: 'mobile', amount: null, reference: 'BP-778' })
  expect(counter.tickets()[0]?.tenders).toMatchObject([{ kind: 'mobile', amount: 3000, reference: 'BP-778' }])
  expect(view(counter)).toMatchObject({ phase: 'idle', sale: null })
})

test('so does the terminal; meanwhile no code is shown', () => {
  const { counter, show, qr } = showing()
  payCard(counter)
  expect(qr()).toBeNull()
  expect(show(null)).toBe('attemptInProgress')
  answer(counter, results.approved)
  expect(counter.tickets()).toHaveLength(1)
})

test('any tender and any change of the cart hides it, for the amount may not be due any more', () => {
  const { counter, show, qr } = showing()
  scan(counter, 'SOAP')
  expect(qr()).toBeNull()
  show(null)
  expect(amountIn(qr()?.payload)).toBe('40.00')
  payCash(counter, 1000)
  expect(qr()).toBeNull()
  show(null)
  expect(counter.command({ type: 'hideQr' })).toBeNull()
  expect(counter.command({ type: 'hideQr' })).toBeNull()
  expect(qr()).toBeNull()
})

test('what happens to other devices and sales leaves it', () => {
  const { counter, qr } = showing()
  counter.command({ type: 'openDrawer', reason: 'change' })
  expect(qr()?.amount).toBe(3000)
})

test('a shop without a code of its bank shows none', () => {
  const counter = openCounter({ merchantQr: null })
  counter.terminal = abilities
  const show = () => counter.command({ type: 'showQr', amount: null })
  expect(show()).toBe('noOpenSale')
  scan(counter, 'SOAP')
  expect(show()).toBe('noMerchantQr')
  counter.command({ type: 'removeLine', line: 1 })
  expect(show()).toBe('nothingToPay')
})
