import { expect, test } from 'vitest'
import type { Sku } from '#shared/kernel/ids.ts'
import { countedItems, marketStage, skus } from '#test/harness/market-stage.ts'
import { OneWriter } from './one-writer.ts'

const [rug, vase] = skus as [Sku, Sku]

test('one at a time of each item, in the order they came; others do not wait', async () => {
  const { ledger, timers } = marketStage()
  const writer = new OneWriter({ ledger, timers })
  const said: string[] = []
  const write = (name: string, of: readonly Sku[], ms: number) =>
    writer.alone(of, async () => {
      said.push(`${name} begins`)
      await new Promise<void>((resolve) => timers.after(ms, resolve))
      said.push(`${name} ends`)
    })
  const all = [write('first', [rug], 50), write('both', [rug, vase], 10), write('last', [vase], 10)]
  all.push(write('other', [countedItems[0]?.sku as Sku], 5))
  await timers.until(Promise.all(all))
  expect(said).toEqual([
    'first begins',
    'other begins',
    'other ends',
    'first ends',
    'both begins',
    'both ends',
    'last begins',
    'last ends',
  ])
})

test('one that fails holds up nobody', async () => {
  const { ledger, timers } = marketStage()
  const writer = new OneWriter({ ledger, timers })
  await expect(writer.alone([rug], () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await timers.until(writer.alone([rug], async () => 'yes'))).toBe('yes')
})

test('after a kill in the middle of a call the first turn waits for what may still arrive, unless the till closes', async () => {
  const { ledger, timers, say } = marketStage()
  say({ type: 'stockDiffers', sku: rug })
  const quiet = async (signal?: AbortSignal): Promise<number> => {
    const writer = new OneWriter({ ledger, timers })
    const began = timers.nowMs()
    await timers.until(writer.alone([rug], async () => undefined, signal))
    return timers.nowMs() - began
  }
  expect(await quiet()).toBe(0)
  ledger.outbox.begin(ledger.outbox.waiting('marketplace', 1)[0]?.id ?? 0)
  expect(await quiet()).toBe(10_000)
  expect(await quiet(AbortSignal.abort())).toBe(0)
})
