import { expect, test } from 'vitest'
import type { TillLine } from './line.ts'
import { LineAway } from './line.ts'
import { follow } from './live.ts'

const openLine: TillLine = {
  link: { call: () => Promise.reject(new LineAway('not used here')) },
  state: () => 'open',
  subscribe: () => () => {},
  opened: () => Promise.resolve(),
}

/** Waits until what is followed satisfies a condition. */
function until<T>(
  live: { get(): T | null; subscribe(l: () => void): () => void },
  met: (value: T) => boolean,
) {
  return new Promise<T>((resolve) => {
    const look = (): boolean => {
      const value = live.get()
      if (value === null || !met(value)) return false
      resolve(value)
      return true
    }
    if (look()) return
    const stop = live.subscribe(() => {
      if (look()) stop()
    })
  })
}

test('a broken stream is taken up again and the last value stands meanwhile', async () => {
  let opened = 0
  const live = follow<number>(
    openLine,
    async () => {
      opened += 1
      const round = opened
      return (async function* () {
        yield round * 10
        if (round === 1) throw new LineAway('cut')
        await new Promise(() => {})
      })()
    },
    (_before, chunk) => chunk,
  )
  expect(live.get()).toBeNull()
  expect(await until(live, (value) => value >= 10)).toBe(10)
  expect(live.get()).toBe(10)
  expect(await until(live, (value) => value >= 20)).toBe(20)
  expect(opened).toBe(2)
})

test('what comes is folded into what was', async () => {
  const live = follow<readonly number[], number>(
    openLine,
    async () =>
      (async function* () {
        yield 1
        yield 2
        yield 3
        await new Promise(() => {})
      })(),
    (before, chunk) => [chunk, ...(before ?? [])].slice(0, 2),
  )
  expect(await until(live, (value) => value[0] === 3)).toEqual([3, 2])
})
