import { expect, test } from 'vitest'
import type { Counter } from '#test/models/checkout/counter.ts'
import { openCounter, payCash, scan, view } from '#test/models/checkout/shop.ts'
import type { TillId } from '../../kernel/ids.ts'
import type { Claim, ClaimedBy } from '../step.ts'

function shopWhere(claim: Claim): Counter {
  const counter = openCounter()
  counter.claims.set('RUG', claim)
  return counter
}
const elsewhere = (at: ClaimedBy): Counter => shopWhere({ standing: 'elsewhere', at })
const risks = (counter: Counter) => counter.facts.filter(({ kind }) => kind === 'claimRisked')
const atRisk = (counter: Counter) => view(counter).sale?.lines.map((line) => line.atRisk)

test('a piece that is somebody else’s is not taken, and opens no sale', () => {
  const order = elsewhere({ place: 'order', order: '1001' })
  expect(scan(order, 'RUG')).toBe('claimedOnline')
  const till = elsewhere({ place: 'till', till: 'till-2' as TillId })
  expect(scan(till, 'RUG')).toBe('claimedAtTill')
  const sold = elsewhere({ place: 'sold' })
  expect(scan(sold, 'RUG')).toBe('alreadySold')
  for (const counter of [order, till, sold]) {
    expect(view(counter)).toMatchObject({ phase: 'idle', sale: null })
    expect(scan(counter, 'SOAP')).toBeNull()
  }
})

test('a piece that is this sale’s is a line like any other', () => {
  const counter = shopWhere({ standing: 'own' })
  expect(scan(counter, 'RUG')).toBeNull()
  expect(risks(counter)).toEqual([])
  expect(atRisk(counter)).toEqual([false])
})

test('where nobody answered in time the visitor’s hand wins, and the risk is on record and on the line', () => {
  const counter = shopWhere({ standing: 'risk', because: 'noNetwork' })
  scan(counter, 'SOAP')
  expect(scan(counter, 'RUG')).toBeNull()
  const saleId = view(counter).sale?.saleId
  expect(risks(counter)).toEqual([{ kind: 'claimRisked', saleId, sku: 'RUG', because: 'noNetwork' }])
  expect(atRisk(counter)).toEqual([false, true])
  counter.command({ type: 'park', name: 'hat' })
  counter.restart()
  counter.command({ type: 'resume', name: 'hat' })
  expect(atRisk(counter)).toEqual([false, true])
  payCash(counter, 1_000_000)
  expect(counter.tickets()).toHaveLength(1)
})

test('a piece taken out and asked for again is what was said the last time', () => {
  const counter = shopWhere({ standing: 'risk', because: 'silent' })
  scan(counter, 'RUG')
  counter.command({ type: 'removeLine', line: 1 })
  counter.claims.set('RUG', { standing: 'own' })
  scan(counter, 'RUG')
  expect(atRisk(counter)).toEqual([false])
  expect(risks(counter)).toHaveLength(1)
})

test('what was sold or is in a cart here is refused before anybody’s word counts', () => {
  const counter = shopWhere({ standing: 'risk', because: 'refused' })
  scan(counter, 'RUG')
  expect(scan(counter, 'RUG')).toBe('alreadySold')
  expect(risks(counter)).toHaveLength(1)
})
