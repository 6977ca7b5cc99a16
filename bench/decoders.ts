import { DleBlockReader } from '#drivers/framing/dle-block.ts'
import { LengthPrefixedDecoder } from '#drivers/framing/length-prefixed.ts'
import { StxEtxReader } from '#drivers/framing/stx-etx-lrc.ts'
import { MsrStream } from '#drivers/readers/idtech/msr-stream.ts'
import { VivoStream } from '#drivers/readers/idtech/vivo-frame.ts'
import { MagneSafeStream } from '#drivers/readers/magtek/magnesafe-stream.ts'
import { CaisseApReader } from '#drivers/terminals/caisse-ap/message-reader.ts'
import { NapsFrameAssembler } from '#drivers/terminals/naps/frame-assembler.ts'
import { ApduReader } from '#drivers/terminals/zvt/apdu-reader.ts'
import { type Figure, median, type Row } from './figure.ts'
import { cutAnywhere, readBy, type Stream, saidBy } from './recorded-streams.ts'
import { type Stand, stands } from './terminal-stand.ts'

const runs = 7
const barRate = 20

/** Fed piece by piece; says how many messages these bytes completed. */
type Decode = (bytes: Uint8Array) => number

interface Case {
  readonly name: string
  said(): Promise<Uint8Array>
  decoder(): Decode
}

const counting =
  <Event>(feed: (bytes: Uint8Array) => readonly Event[], isMessage: (event: Event) => boolean): Decode =>
  (bytes) => {
    let found = 0
    for (const event of feed(bytes)) if (isMessage(event)) found++
    return found
  }

/** The decoder of each stand: bytes as they come to messages, a fresh one each time. */
const decoders: Readonly<Record<string, () => Decode>> = {
  naps() {
    const assembler = new NapsFrameAssembler()
    return counting(
      (bytes) => assembler.feed(bytes),
      ({ type }) => type === 'message',
    )
  },
  'zvt, tcp'() {
    const reader = new ApduReader()
    return counting(
      (bytes) => reader.feed(bytes),
      ({ type }) => type === 'apdu',
    )
  },
  'zvt, serial'() {
    const reader = new DleBlockReader()
    return counting(
      (bytes) => reader.feed(bytes),
      ({ type }) => type === 'block',
    )
  },
  concert() {
    const reader = new StxEtxReader(200)
    return counting(
      (bytes) => reader.feed(bytes),
      ({ kind }) => kind === 'frame',
    )
  },
  'caisse-ap'() {
    const reader = new CaisseApReader()
    return counting(
      (bytes) => reader.feed(bytes),
      ({ kind }) => kind === 'message',
    )
  },
  nexo() {
    let found = 0
    const decoder = new LengthPrefixedDecoder({
      largest: 1_000_000,
      opens: (byte) => byte === 0x7b,
      onFrame: () => {
        found++
      },
      onDiscarded: () => undefined,
    })
    return (bytes) => {
      found = 0
      decoder.feed(bytes)
      return found
    }
  },
}

/** What a protocol says is the same on both its wires, unless its framing is not. */
function ofStand(stand: Stand): readonly Case[] {
  const decoder = decoders[stand.name] ?? decoders[stand.protocol]
  if (decoder === undefined) throw new Error(`no decoder to measure for ${stand.name}`)
  if (stand.name === 'naps, serial') return []
  return [{ name: stand.name, said: () => saidBy(stand), decoder }]
}

const readers = [
  ['idtech-neo2', () => new VivoStream()],
  ['idtech-securemag', () => new MsrStream()],
  ['magtek', () => new MagneSafeStream()],
] as const

const cases: readonly Case[] = [
  ...stands.flatMap(ofStand),
  ...readers.map(
    ([name, make]): Case => ({
      name,
      said: () => readBy(name),
      decoder() {
        const stream = make()
        return counting<{ readonly type: string }>(
          (bytes) => stream.feed(bytes),
          ({ type }) => type === 'item',
        )
      },
    }),
  ),
]

/**
 * By the processor's time, garbage collection included: a decoder waits for nothing, and who else wants the machine
 * meanwhile says nothing of it.
 * @returns MB/s; how many messages were found
 */
function rate({ chunks, bytes }: Stream, decode: Decode): { readonly rate: number; readonly found: number } {
  let found = 0
  const from = process.cpuUsage()
  for (const chunk of chunks) found += decode(chunk)
  const { user, system } = process.cpuUsage(from)
  return { rate: bytes / (user + system), found }
}

/** Only makes text of the same pieces, as any decoder of text must. */
function bareText(): Decode {
  const decoder = new TextDecoder('latin1')
  return (bytes) => decoder.decode(bytes, { stream: true }).length
}

async function measure({ name, said, decoder }: Case): Promise<Row> {
  const once = await said()
  const stream = cutAnywhere(once)
  // A message without an end of its own is over when the next one begins: the last of all is never found.
  const each = decoder()(Buffer.concat([once, once])) - decoder()(once)
  const rates: number[] = []
  const bares: number[] = []
  for (let run = 0; run < runs; run++) {
    bares.push(rate(stream, bareText()).rate)
    const decoded = rate(stream, decoder())
    rates.push(decoded.rate)
    if (each === 0 || Math.abs(decoded.found - each * stream.copies) > 1) {
      throw new Error(`${name}: ${decoded.found} messages of ${each * stream.copies}`)
    }
  }
  return {
    figure: `decoding what it says, cut anywhere: ${name}`,
    bar: figure.bar,
    median: median(rates),
    p95: null,
    unit: 'MB/s',
    yardstick: `${Math.round(median(bares))} MB/s, only making text of the same pieces`,
    ratio: median(rates) / median(bares),
    met: median(rates) >= barRate,
  }
}

async function run(): Promise<readonly Row[]> {
  const rows: Row[] = []
  for (const each of cases) rows.push(await measure(each))
  return rows
}

export const figure: Figure = { name: 'decoders', bar: `≥ ${barRate} MB/s`, run }
