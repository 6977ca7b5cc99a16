import { expect, test } from 'vitest'
import { stream } from './stream.ts'

function source() {
  const pushes = new Set<(value: number) => void>()
  return {
    pushes,
    push: (value: number) => {
      for (const each of pushes) each(value)
    },
    subscribe: (push: (value: number) => void) => {
      pushes.add(push)
      return () => pushes.delete(push)
    },
  }
}

test('begins with the present and goes on with each change', async () => {
  const { push, subscribe } = source()
  const values = stream(() => [0], subscribe, 1, undefined)
  expect((await values.next()).value).toBe(0)
  const next = values.next()
  push(1)
  expect((await next).value).toBe(1)
})

test('a slow consumer sees the latest only', async () => {
  const { push, subscribe } = source()
  const values = stream(() => [0], subscribe, 1, undefined)
  await values.next()
  for (const value of [1, 2, 3]) push(value)
  expect((await values.next()).value).toBe(3)
})

test('with a larger bound the oldest are dropped, in order', async () => {
  const { push, subscribe } = source()
  const values = stream(() => [], subscribe, 2, undefined)
  const first = values.next()
  for (const value of [1, 2, 3]) push(value)
  expect([(await first).value, (await values.next()).value]).toEqual([2, 3])
})

test('an abort ends it and leaves no listener behind, also while it waits', async () => {
  const { pushes, subscribe } = source()
  const abort = new AbortController()
  const values = stream(() => [0], subscribe, 1, abort.signal)
  await values.next()
  const waiting = values.next()
  expect(pushes.size).toBe(1)
  abort.abort()
  expect((await waiting).done).toBe(true)
  expect(pushes.size).toBe(0)
})

test('a consumer that stops leaves no listener behind', async () => {
  const { pushes, subscribe } = source()
  const values = stream(() => [0], subscribe, 1, undefined)
  await values.next()
  await values.return()
  expect(pushes.size).toBe(0)
})
