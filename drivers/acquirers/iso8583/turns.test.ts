import { expect, test } from 'vitest'
import { Turns } from './turns.ts'

const never = new AbortController().signal

test('turns are taken in the order of the asking, one at a time', async () => {
  const turns = new Turns()
  const order: string[] = []
  const run = async (name: string): Promise<void> => {
    const leave = await turns.take(never)
    order.push(`${name} begins`)
    await new Promise((resolve) => setImmediate(resolve))
    order.push(`${name} ends`)
    leave?.()
  }
  await Promise.all(['a', 'b', 'c'].map(run))
  expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends'])
})

test('who gives up in line does not wait, and holds up nobody', async () => {
  const turns = new Turns()
  const first = await turns.take(never)
  const abort = new AbortController()
  const second = turns.take(abort.signal)
  const third = turns.take(never)
  abort.abort()
  expect(await second).toBeNull()
  expect(await turns.take(abort.signal)).toBeNull()
  first?.()
  expect(await third).not.toBeNull()
})
