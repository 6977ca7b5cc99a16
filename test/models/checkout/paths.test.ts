import { expect, test } from 'vitest'
import { adjacencyMapToArray, getAdjacencyMap, getShortestPaths } from 'xstate/graph'
import { saleOnCounter } from '#shared/checkout/state/ask.ts'
import { expectSound } from './invariants.ts'
import { type Bounds, counterLogic, explore, morning, situation, within } from './situations.ts'

const small: Bounds = { units: 1, tenders: 1, sales: 1, tickets: 1 }
const wide: Bounds = { units: 1, tenders: 1, sales: 2, tickets: 1 }

test('the shortest way to each situation, walked step by step, is sound all along', () => {
  const paths = getShortestPaths(counterLogic, explore(small))
  expect(paths.length).toBeGreaterThan(400)
  for (const path of paths) {
    const counter = morning()
    for (const { event } of path.steps) {
      if ('play' in event) event.play(counter)
    }
    expect(situation(counter)).toBe(situation(path.state.context))
    expectSound(counter)
  }
})

test('every situation is sound and none is without a way out', () => {
  const map = getAdjacencyMap(counterLogic, explore(wide))
  const situations = Object.entries(map)
  expect(situations.length).toBeGreaterThan(800)
  const phases = new Set(situations.map(([, { state }]) => state.context.state.value))
  expect([...phases].toSorted()).toEqual(['charging', 'closed', 'idle', 'ringing', 'tendering', 'unresolved'])

  const before = new Map<string, string[]>()
  for (const [, { state }] of situations) expectSound(state.context)
  for (const { state, nextState } of adjacencyMapToArray(map)) {
    const to = situation(nextState.context)
    before.set(to, [...(before.get(to) ?? []), situation(state.context)])
  }
  // Backwards from every free counter: what is not met on the way can never be free again.
  const free = situations.filter(([, { state }]) => saleOnCounter(state.context.state.context) === null)
  const reached = new Set(free.map(([key]) => key))
  const queue = [...reached]
  for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
    for (const from of before.get(key) ?? []) {
      if (!reached.has(from)) queue.push(from)
      reached.add(from)
    }
  }
  const stuck = situations.filter(([key, { state }]) => within(state.context, wide) && !reached.has(key))
  expect(stuck.map(([key]) => key)).toEqual([])
})
