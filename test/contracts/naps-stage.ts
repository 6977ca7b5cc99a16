import { napsSimulator } from '#drivers/simulators/terminal/naps/naps-simulator.ts'
import { napsTerminal } from '#drivers/terminals/naps/naps-terminal.ts'
import { memoryTransport } from '#drivers/transport/memory.ts'
import type { Link } from '#drivers/transport/transport.ts'
import { dirham } from '#shared/money/amount.ts'
import { VirtualTimers } from '../harness/virtual-timers.ts'

/** A slow visitor and a line that can be pulled; the guide's own times. */
export function stage(timings: { readonly cardMs: number }) {
  const timers = new VirtualTimers()
  const clock = () => ({ utcMs: Date.UTC(2026, 10, 23, 9) + timers.nowMs(), offsetMinutes: 60 })
  const simulator = napsSimulator({ timers, clock, timings })
  const lines: Link[] = []
  let spoiled = (bytes: Uint8Array): Uint8Array => bytes
  const asked: { readonly atMs: number; readonly text: string }[] = []
  const transport = memoryTransport('m', (far) => {
    lines.push(far)
    simulator.accept({
      onData: (listener) => far.onData(listener),
      onClose: (listener) => far.onClose(listener),
      close: () => far.close(),
      write: (bytes) => far.write(spoiled(bytes)),
    })
  })
  const driver = () =>
    napsTerminal({
      transport,
      timers,
      wallClock: clock,
      onWire: ({ direction, text }) => {
        if (direction === 'out') asked.push({ atMs: timers.nowMs(), text: text.slice(0, 7) })
      },
    })
  const made = { amount: dirham(500), currency: 'MAD', sequence: 9, at: clock() } as const
  return {
    timers,
    simulator,
    driver,
    made,
    asked,
    pull: () => lines.at(-1)?.close(),
    /** The next answer of the terminal, only that, comes as this makes it. */
    spoil(make: (bytes: Uint8Array) => Uint8Array) {
      spoiled = (bytes) => {
        spoiled = (same) => same
        return make(bytes)
      }
    },
  }
}
