import fc from 'fast-check'
import { expect, test } from 'vitest'
import { testCard } from '#drivers/simulators/reader/cards.ts'
import { msrMessage } from '#drivers/simulators/reader/msr-message.ts'
import { response, responseReports } from '#drivers/simulators/reader/neo2-wire.ts'
import { makeReaderSimulator } from '#drivers/simulators/reader/simulators.ts'
import { linkPair } from '#drivers/transport/memory.ts'
import { MsrStream } from './idtech/msr-stream.ts'
import { VivoStream } from './idtech/vivo-frame.ts'
import { reportsOf, VivoReports } from './idtech/vivo-reports.ts'
import { MagneSafeStream } from './magtek/magnesafe-stream.ts'
import type { Decoder } from './reader-line.ts'

const ksn = Buffer.from('62994901190000000001', 'hex')

/** One report as the simulated MagTek sends it. */
async function magtekReport(): Promise<Uint8Array> {
  const [near, far] = linkPair()
  const came = new Promise<Uint8Array>((resolve) => near.onData(resolve))
  const simulator = makeReaderSimulator('magtek')
  simulator.accept(far, 'serial')
  await simulator.swipe(testCard)
  return came
}

interface Case {
  readonly name: string
  readonly make: () => Decoder<unknown>
  readonly message: Uint8Array
  /** Beginnings of messages that never come. */
  readonly lures: readonly Uint8Array[]
}

const cases: readonly Case[] = [
  {
    name: 'SecureMag blocks',
    make: () => new MsrStream(),
    message: msrMessage(testCard, ksn, {}, new Set()),
    lures: [
      Uint8Array.of(0x02, 0xff, 0x03, 0x80),
      Uint8Array.of(0x02, 0x05, 0x00, 0x00),
      Uint8Array.of(0x02),
    ],
  },
  {
    name: 'ViVOtech2 frames',
    make: () => new VivoStream(),
    message: response(0x02, 0x00, Buffer.alloc(420, 0x5a)),
    lures: [
      Buffer.from('ViVOtech2\0\x02\x00\x0f\xff', 'latin1'),
      Buffer.from('ViVOtech2\0\x02\x00\xff\xff', 'latin1'),
      Buffer.from('ViVO'),
    ],
  },
  {
    name: 'MagneSafe reports',
    make: () => new MagneSafeStream(),
    message: await magtekReport(),
    lures: [Uint8Array.of(0, 0, 0, 8, 8, 8, 0), Uint8Array.of(1, 1, 1, 0x70, 0x70, 0, 4), Uint8Array.of(0)],
  },
]

/** Feeds in pieces, then lets silence come. */
function decode(decoder: Decoder<unknown>, bytes: Uint8Array, cuts: readonly number[]) {
  const at = [0, ...cuts.filter((cut) => cut < bytes.length).sort((a, b) => a - b), bytes.length]
  const events = at.slice(1).flatMap((end, i) => [...decoder.feed(bytes.subarray(at[i] ?? 0, end))])
  return [...events, ...decoder.flush()]
}
const items = (events: readonly { readonly type: string }[]) => events.filter(({ type }) => type === 'item')

describeEach('how the wire cuts the bytes changes nothing', ({ make, message, lures }) => {
  const pieces = fc.constantFrom(message, ...lures, Uint8Array.of(0xff, 0x31), new Uint8Array(40))
  fc.assert(
    fc.property(
      fc.array(pieces, { minLength: 1, maxLength: 6 }),
      fc.array(fc.nat(3_000), { maxLength: 20 }),
      (parts, cuts) => {
        const bytes = Buffer.concat(parts)
        expect(items(decode(make(), bytes, cuts))).toEqual(items(decode(make(), bytes, [])))
      },
    ),
    { numRuns: 150 },
  )
})

describeEach(
  'a message behind any noise is found once silence has ended the noise',
  ({ make, message, lures }) => {
    const junk = fc.oneof(fc.uint8Array({ maxLength: 1_500 }), fc.constantFrom(...lures))
    fc.assert(
      fc.property(fc.array(junk, { maxLength: 8 }), (parts) => {
        const decoder = make()
        for (const part of parts) decoder.feed(part)
        decoder.flush()
        expect(decoder.halfway).toBe(false)
        expect(items(decoder.feed(message))).toHaveLength(1)
      }),
      { numRuns: 100 },
    )
  },
)

describeEach(
  'a message is found even behind a beginning that claims too much',
  ({ make, message, lures }) => {
    for (const lure of lures)
      expect(items(decode(make(), Buffer.concat([lure, message]), []))).toHaveLength(1)
  },
)

describeEach('half a message is let go of, and told', ({ make, message }) => {
  const events = decode(make(), message.subarray(0, message.length - 40), [])
  expect(events[0]).toEqual({ type: 'broken', reason: 'truncated' })
  expect(items(events)).toEqual([])
})

test('HID reports: 3 and 4 count only behind 2 or 3, other ids are ignored, a cut message ends with the next', () => {
  const long = response(0x02, 0x00, Buffer.alloc(420, 0x5a))
  const [first, second, ...rest] = responseReports(long)
  const ping = responseReports(response(0x18, 0x00))
  const run = (reports: readonly (Uint8Array | undefined)[]) => {
    const decoder = new VivoReports()
    return [...reports.flatMap((report) => [...decoder.feed(report ?? new Uint8Array())]), ...decoder.flush()]
  }
  expect(items(run([first, second, ...rest, ...ping]))).toHaveLength(2)
  expect(items(run([second, ...rest]))).toEqual([])
  expect(items(run([Uint8Array.of(9, 1, 2), first, second, ...rest]))).toHaveLength(1)
  expect(run([first, second, ...ping]).map(({ type }) => type)).toEqual(['broken', 'discarded', 'item'])
})

test('a command is cut into reports of 64 bytes', () => {
  expect(reportsOf(new Uint8Array(16)).map((report) => [report[0], report.length])).toEqual([[1, 64]])
  expect(reportsOf(new Uint8Array(63)).map((report) => report[0])).toEqual([1])
  expect(reportsOf(new Uint8Array(64)).map((report) => report[0])).toEqual([2, 4])
  expect(reportsOf(new Uint8Array(200)).map((report) => report[0])).toEqual([2, 3, 3, 4])
})

function describeEach(what: string, check: (one: Case) => void): void {
  test.each(cases)(`$name: ${what}`, check)
}
