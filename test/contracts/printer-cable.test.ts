import { PNG } from 'pngjs'
import { describe, expect, test } from 'vitest'
import { escposPrinter } from '#drivers/printers/escpos/escpos-printer.ts'
import type { PrinterProfile } from '#drivers/printers/printer.ts'
import { starPrinter } from '#drivers/printers/starprnt/star-printer.ts'
import { chunkBytes } from '#drivers/printers/timings.ts'
import type { Via } from '#drivers/simulators/printer/mechanism/intake.ts'
import { faultyTransport } from '#drivers/transport/faulty.ts'
import type { Transport } from '#drivers/transport/transport.ts'
import type { PaperSheet } from '#shared/contract/devices.ts'
import type { PaperDocument } from '#shared/receipt/document.ts'
import { bytesOf, simulatorAs } from './printed.ts'
import { quick } from './printer.contract.ts'
import { provingProfiles } from './printer-faults.contract.ts'
import { type MakeWire, serialWire, tcpWire } from './rig-wire.ts'

/** Words and dots, a few kilobytes. */
const paper: PaperDocument = {
  language: 'ar',
  blocks: [
    { type: 'text', cell: { text: 'Coopérative Tiznit', direction: 'ltr' }, align: 'center' },
    {
      type: 'text',
      cell: { text: 'زربية أزيلال — صنع يدوي', direction: 'rtl', style: { size: 2 } },
      align: 'center',
    },
    { type: 'text', cell: { text: 'شكرا لزيارتكم، ومرحبا بكم مرة أخرى', direction: 'rtl' }, align: 'start' },
    {
      type: 'row',
      left: { text: 'Tapis', direction: 'ltr' },
      right: { text: '1 234,50', direction: 'ltr' },
    },
    { type: 'cut' },
  ],
}

/** The line breaks after so many bytes, once; whoever opens it again finds it whole. */
function brokenOnce(inner: Transport, cutAfterBytes: number): Transport {
  let opened = 0
  const broken = faultyTransport(inner, { seed: 1, outgoing: { cutAfterBytes } })
  return { name: inner.name, open: (signal) => (opened++ === 0 ? broken : inner).open(signal) }
}

/** Keeps what leaves on the first line. */
function tapped(inner: Transport, taken: number[]): Transport {
  return {
    name: inner.name,
    async open(signal) {
      const link = await inner.open(signal)
      if (taken.length > 0) return link
      return {
        write(bytes) {
          taken.push(...bytes)
          return link.write(bytes)
        },
        onData: (listener) => link.onData(listener),
        onClose: (listener) => link.onClose(listener),
        close: () => link.close(),
      }
    },
  }
}

async function onWire(profile: PrinterProfile, via: Via, makeWire: MakeWire, cutAfterBytes: number | null) {
  const taken: number[] = []
  const sim = simulatorAs(profile)
  const sheets: PaperSheet[] = []
  sim.onSheet((sheet) => sheets.push(sheet))
  const wire = await makeWire((link) => sim.accept(link, via))
  const transport =
    cutAfterBytes === null ? tapped(wire.transport, taken) : brokenOnce(wire.transport, cutAfterBytes)
  const make = profile.language === 'starprnt' ? starPrinter : escposPrinter
  const printer = make({ name: 'p', transport, profile, timings: quick })
  const first = await printer.print(paper)
  const second = await printer.print(paper)
  await printer.close()
  await wire.close()
  return { first, second, sheets, kicks: sim.kicks(), taken }
}

/** The last rows of a sheet: what was printed before the cut. */
function foot(sheet: PaperSheet | undefined, rows: number): string {
  const { data, width, height } = PNG.sync.read(Buffer.from(sheet?.png ?? '', 'base64'))
  return data.subarray((height - rows) * width * 4).toString('base64')
}

describe.each([
  ['over TCP', 'other', tcpWire()],
  ['over a serial line', 'serial', serialWire({ baud: 115_200, flow: 'xonxoff' })],
] as const)('a cable that comes out %s', (_name, via, makeWire) => {
  test.each(Object.entries(provingProfiles))(
    'at every piece of a job, %s: never done, never twice, and the next paper whole',
    async (_key, profile) => {
      const clean = await onWire(profile, via, makeWire, null)
      expect([clean.first, clean.second]).toEqual([{ outcome: 'done' }, { outcome: 'done' }])
      const length = clean.sheets[1]?.heightDots ?? 0
      const whole = foot(clean.sheets[1], length)
      const job = bytesOf(paper, profile)
      // Questions may stand between its commands: it is found by how it begins.
      const begin = Buffer.from(clean.taken).indexOf(job.subarray(0, 32))
      expect(begin).toBeGreaterThan(0)
      expect(job.length).toBeGreaterThan(6 * chunkBytes)
      // Inside the first question before the job (behind it, the answer and the break race each other), at each piece of
      // the job, and when all is printed but its proof is missing.
      const pieces = Array.from(
        { length: Math.ceil(job.length / chunkBytes) },
        (_, i) => begin + 1 + i * chunkBytes,
      )
      for (const cutAfterBytes of [1, ...pieces, begin + job.length]) {
        const { first, second, sheets, kicks } = await onWire(profile, via, makeWire, cutAfterBytes)
        const what = `cut after ${cutAfterBytes} bytes`
        expect(first, what).toEqual({
          outcome: cutAfterBytes < begin ? 'notStarted' : 'unknown',
          reason: 'lineLost',
        })
        expect(second, what).toEqual({ outcome: 'done' })
        // One paper is cut off for each order, at most: the first one only if its cut had left before the line broke.
        expect(sheets.length, what).toBeGreaterThanOrEqual(1)
        expect(sheets.length, what).toBeLessThanOrEqual(cutAfterBytes === begin + job.length ? 2 : 1)
        expect(foot(sheets.at(-1), length) === whole, what).toBe(true)
        expect(kicks, what).toBe(0)
      }
    },
    60_000,
  )
})
