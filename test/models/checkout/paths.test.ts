import { expect, test } from 'vitest'
import { adjacencyMapToArray, getAdjacencyMap, getShortestPaths } from 'xstate/graph'
import { attemptOnCounter, saleOnCounter } from '#shared/checkout/state/ask.ts'
import { expectSound } from './invariants.ts'
import { errandMoves, type Move, onlineMoves, saleMoves } from './moves.ts'
import { type Bounds, counterLogic, explore, morning, situation, within } from './situations.ts'

interface World {
  readonly name: string
  readonly moves: readonly Move[]
  readonly small: Bounds
  readonly wide: Bounds
  /** All that are reached. */
  readonly phases: readonly string[]
  /** Situations at least. */
  readonly size: { readonly small: number; readonly wide: number }
}

// Thousands of situations on a machine that does other things as well.
const timeoutMs = 120_000

const everyPhase = ['closed', 'idle', 'ringing']
const charged = [...everyPhase, 'charging', 'unresolved']
const one: Bounds = { units: 1, tenders: 1, sales: 1, tickets: 1 }
const worlds: readonly World[] = [
  {
    name: 'a sale',
    moves: saleMoves,
    phases: [...charged, 'tendering'],
    small: one,
    wide: { ...one, sales: 2 },
    size: { small: 400, wide: 800 },
  },
  {
    name: 'a refund, a void or a test',
    moves: errandMoves,
    phases: charged,
    small: one,
    wide: { ...one, tickets: 2 },
    size: { small: 500, wide: 1200 },
  },
  {
    name: 'an online order beside a sale',
    moves: onlineMoves,
    phases: everyPhase,
    small: one,
    wide: { ...one, tickets: 2 },
    size: { small: 70, wide: 140 },
  },
]

test.each(worlds)(
  '$name: the shortest way to each situation, walked step by step, is sound all along',
  (world) => {
    const paths = getShortestPaths(counterLogic, explore(world.moves, world.small))
    expect(paths.length).toBeGreaterThan(world.size.small)
    for (const path of paths) {
      const counter = morning()
      for (const { event } of path.steps) {
        if ('play' in event) event.play(counter)
      }
      expect(situation(counter)).toBe(situation(path.state.context))
      expectSound(counter)
    }
  },
  timeoutMs,
)

test.each(worlds)(
  '$name: every situation is sound and none is without a way out',
  ({ moves, phases: expected, wide, size }) => {
    const map = getAdjacencyMap(counterLogic, explore(moves, wide))
    const situations = Object.entries(map)
    expect(situations.length).toBeGreaterThan(size.wide)
    const phases = new Set(situations.map(([, { state }]) => state.context.state.value))
    expect(phases).toEqual(new Set(expected))

    const before = new Map<string, string[]>()
    for (const [, { state }] of situations) expectSound(state.context)
    for (const { state, nextState } of adjacencyMapToArray(map)) {
      const to = situation(nextState.context)
      before.set(to, [...(before.get(to) ?? []), situation(state.context)])
    }
    // Backwards from every free counter: what is not met on the way can never be free again.
    const free = situations.filter(([, { state }]) => {
      const { context } = state.context.state
      return saleOnCounter(context) === null && attemptOnCounter(context) === null
    })
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
  },
  timeoutMs,
)
