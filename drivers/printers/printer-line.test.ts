import { expect, test } from 'vitest'
import type { Transport } from '#drivers/transport/transport.ts'
import { VirtualTimers } from '#test/harness/virtual-timers.ts'
import { PrinterLine } from './printer-line.ts'
import { printerTimings } from './timings.ts'

/** How long a line waits for a wire that never opens, ms. */
async function patienceWith(more: Partial<Transport>): Promise<number> {
  const timers = new VirtualTimers()
  const transport: Transport = {
    name: 'deaf',
    open: (signal) =>
      new Promise((_, reject) => signal?.addEventListener('abort', () => reject(new Error('gave up')))),
    ...more,
  }
  const line = new PrinterLine({ transport, timings: printerTimings, timers })
  expect(await timers.until(line.withLink(async () => 'opened'))).toBeNull()
  return timers.nowMs()
}

test('a wire that never opens is given up, and one that says it is slow has its time', async () => {
  expect(await patienceWith({})).toBe(printerTimings.openMs)
  expect(await patienceWith({ openMs: 20_000 })).toBe(20_000)
})
