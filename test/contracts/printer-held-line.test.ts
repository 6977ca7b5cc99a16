import { expect, test } from 'vitest'
import type { PrinterSimulator } from '#drivers/simulators/printer/printer-simulator.ts'
import { memoryTransport } from '#drivers/transport/memory.ts'
import { pause, realTimers } from '#drivers/transport/timers.ts'
import type { Transport } from '#drivers/transport/transport.ts'
import type { PaperDocument } from '#shared/receipt/document.ts'
import { escposMake, quick, starMake } from './printer.contract.ts'

/** Dots of every kind: read as commands, some of them open a drawer. */
const photograph: PaperDocument = {
  language: 'fr',
  blocks: [
    {
      type: 'picture',
      picture: {
        widthPx: 64,
        heightPx: 64,
        grey: Uint8Array.from({ length: 4_096 }, (_, i) => (i * 37) % 256),
      },
      alt: 'tapis',
      widthShare: 1,
    },
    { type: 'cut' },
  ],
}

/** Longer than a printer with power holds a line, shorter than the wait for a network that stands still. */
const awayMs = 600
const timings = { ...quick, standstillMs: 200, progressMs: 5_000 }

/**
 * A serial line with RTS/CTS: once, in the middle, the printer loses its power, and the line stands still until it is
 * back. Nobody is told.
 */
function heldOnce(sim: PrinterSimulator, afterBytes: number): Transport {
  const inner = memoryTransport('held', (link) => sim.accept(link, 'serial'))
  let left = afterBytes
  return {
    name: inner.name,
    bytesPerSecond: 11_520,
    async open(signal) {
      const link = await inner.open(signal)
      return {
        onData: (listener) => link.onData(listener),
        onClose: (listener) => link.onClose(listener),
        close: () => link.close(),
        async write(bytes) {
          const due = left > 0 && bytes.length >= left
          left -= bytes.length
          if (due) {
            sim.powerOff()
            await pause(realTimers, awayMs)
            await sim.powerOn()
          }
          await link.write(bytes)
        },
      }
    },
  }
}

test.each([
  [escposMake.name, escposMake, escposMake.usual],
  [`${escposMake.name} without numbers`, escposMake, escposMake.asked],
  [starMake.name, starMake, starMake.usual],
  [`${starMake.name} in line mode`, starMake, starMake.asked],
] as const)(
  '%s that loses its power on a held line: never done, no drawer opens, and the next paper is whole',
  async (_name, make, profile) => {
    const sim = make.simulator({})
    const printer = make.driver({ name: 'p', transport: heldOnce(sim, 9_000), profile, timings })
    expect(await printer.print(photograph)).toEqual({ outcome: 'unknown', reason: 'stalled' })
    await pause(realTimers, awayMs)
    expect(await printer.print(photograph)).toEqual({ outcome: 'done' })
    expect(sim.kicks()).toBe(0)
    await printer.close()
  },
)
