import { expect, test } from 'vitest'
import {
  answer,
  lamp,
  openCounter,
  payCard,
  payCash,
  results,
  scan,
  soap,
  view,
} from '#test/models/checkout/shop.ts'
import { checkoutChart } from './chart.ts'
import { initialState, rebuild, viewOf } from './machine.ts'

/** Freezes what JSON could hold, so that a hidden write throws. */
function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const inner of Object.values(value)) freeze(inner)
  }
  return value
}

test('the chart starts nothing by itself: no invoked actor, no timer', () => {
  const nodes = Object.values(checkoutChart.states)
  expect(nodes.map((node) => node.key)).toContain('charging')
  for (const node of nodes) {
    expect(node.invoke).toEqual([])
    expect(node.after).toEqual([])
  }
})

test('a step leaves the state it started from as it was', () => {
  const counter = openCounter()
  scan(counter, 'PLATE', 2)
  freeze(counter.state.context)
  const before = counter.state
  payCard(counter)
  freeze(counter.state.context)
  answer(counter, results.approved)
  expect(before.value).toBe('ringing')
  expect(before.context.sales[0]?.attempt).toBeNull()
})

test('a refused step has no next state', () => {
  const counter = openCounter()
  const state = counter.state
  expect(payCash(counter, 1000)).toBe('noOpenSale')
  expect(counter.state).toBe(state)
})

test('the past is rebuilt without doing it again', () => {
  const counter = openCounter()
  scan(counter, 'SOAP')
  payCard(counter)
  const rebuilt = rebuild(counter.facts)
  expect(rebuilt.value).toBe('charging')
  expect(rebuilt.context).toEqual(counter.state.context)
  // What a restart does about it is a step of its own, with its own facts and effects.
  expect(counter.effects.filter((effect) => effect.type === 'startCharge')).toHaveLength(1)
  counter.restart()
  expect(counter.effects.filter((effect) => effect.type === 'startCharge')).toHaveLength(1)
})

test('nothing is nothing: no facts, no shift', () => {
  expect(rebuild([]).value).toBe('closed')
  expect(rebuild([]).context).toEqual(initialState().context)
})

test('facts of a sale that is not there change nothing', () => {
  const counter = openCounter()
  const { context } = counter.state
  const stray = [
    { kind: 'saleParked', saleId: 'ghost', name: 'x' },
    { kind: 'saleResumed', saleId: 'ghost' },
    { kind: 'attemptUnknown', attemptId: 'a', saleId: 'ghost', cause: 'noAnswer', detail: '' },
  ] as never[]
  expect(rebuild([...counter.facts, ...stray]).context).toEqual(context)
})

test('a screen sees sums, never arithmetic to do', () => {
  const counter = openCounter({ euroRate: 108_500, cashRounding: 10 as never })
  scan(counter, 'PLATE', 2)
  expect(view(counter)).toMatchObject({
    phase: 'ringing',
    sale: {
      total: 25_204,
      due: 25_204,
      dueInCash: 25_200,
      paid: 0,
      cashAllowed: true,
      // 252.04 DH at 10.85 DH an euro.
      totalEuro: 2323,
      lines: [{ sku: 'PLATE', quantity: 2, gross: 25_204 }],
    },
  })
})

test('a shop that makes tax-refund forms sees how far the cart is from one', () => {
  const plain = openCounter({}, [lamp])
  scan(plain, 'LAMP', 2)
  expect(view(plain).sale).toMatchObject({ exportMissing: null, exportVat: 0 })
  const counter = openCounter({ exportForms: { operator: '' } }, [soap, lamp])
  scan(counter, 'SOAP')
  expect(view(counter).sale).toMatchObject({ exportMissing: null, exportVat: 0 })
  scan(counter, 'LAMP')
  expect(view(counter).sale).toMatchObject({ exportMissing: 100_000, exportVat: 16_667 })
  scan(counter, 'LAMP')
  expect(view(counter).sale).toMatchObject({ exportMissing: 0, exportVat: 33_333 })
})

test('the ticket just made is shown until the next sale begins', () => {
  const counter = openCounter()
  scan(counter, 'SOAP')
  payCash(counter, 1500)
  expect(view(counter).done).toEqual({
    ticket: 1,
    kind: 'sale',
    total: 1000,
    change: 500,
    receipt: 'queued',
  })
  scan(counter, 'SOAP')
  expect(view(counter).done).toBeNull()
  expect(viewOf(initialState(), counter.settings())).toEqual({
    phase: 'closed',
    shift: null,
    sale: null,
    attempt: null,
    parked: [],
    done: null,
    lastTest: null,
    notGivenBack: null,
  })
})

test('the same input in the same state comes to the same facts', () => {
  const counter = openCounter()
  scan(counter, 'SOAP')
  const twice = [counter.copy(), counter.copy()].map((copy) => {
    payCash(copy, 1000)
    return copy
  })
  expect(twice[0]?.facts).toEqual(twice[1]?.facts)
})
