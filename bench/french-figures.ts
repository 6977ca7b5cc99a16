import { encodeDocument } from '#drivers/printers/escpos/encode.ts'
import { printerProfiles } from '#drivers/printers/profiles.data.ts'
import { median, p95, type Row, timed } from './figure.ts'
import { documentOf, frenchReceipt } from './french-receipt.ts'
import { type Encoder, otherEncoders } from './other-encoders.ts'
import { secondsAt } from './wire.ts'

const barMs = 1.5
/** Runs before the clock counts, and runs that count. Every receipt has other amounts. */
const warming = 50
const counted = 200

const ours: Encoder = {
  name: 'Hanout',
  encode: (lines) => encodeDocument(documentOf(lines), printerProfiles['epson-tm-t20']).bytes,
}

interface Measured {
  readonly name: string
  readonly times: readonly number[]
  readonly bytes: number
}

/** A receipt that is all text, beside three libraries that are told the same lines. Bytes are those of one receipt. */
export function frenchRows(): readonly Row[] {
  const [hanout, ...others] = side([ours, ...otherEncoders])
  if (hanout === undefined) return []
  const fastest = Math.min(...others.map(({ times }) => median(times)))
  const smallest = Math.min(...others.map(({ bytes }) => bytes))
  const name = 'receipt, 40 lines, French'
  const listed = (show: (each: Measured) => string) =>
    others.map((each) => `${each.name} ${show(each)}`).join(', ')
  const wire = (baud: number): Row => ({
    figure: `${name}, at ${baud} baud`,
    bar: '≤ the shortest of them',
    median: secondsAt(hanout.bytes, baud),
    p95: null,
    unit: 's',
    yardstick: listed(({ bytes }) => `${secondsAt(bytes, baud).toFixed(2)} s`),
    ratio: hanout.bytes / smallest,
    met: hanout.bytes <= smallest,
  })
  return [
    {
      figure: `${name}, encode`,
      bar: `≤ ${barMs} ms`,
      median: median(hanout.times),
      p95: p95(hanout.times),
      unit: 'ms',
      yardstick: listed(({ times }) => `${median(times).toFixed(2)} ms (p95 ${p95(times).toFixed(2)})`),
      ratio: median(hanout.times) / fastest,
      met: median(hanout.times) <= barMs,
    },
    {
      figure: `${name}, sent`,
      bar: '≤ the smallest of them',
      median: hanout.bytes,
      p95: null,
      unit: 'bytes',
      yardstick: listed(({ bytes }) => `${bytes} bytes`),
      ratio: hanout.bytes / smallest,
      met: hanout.bytes <= smallest,
    },
    wire(9_600),
    wire(115_200),
  ]
}

/** In turn, so that what else the machine does falls on all of them alike. */
function side(encoders: readonly Encoder[]): readonly Measured[] {
  const times = encoders.map((): number[] => [])
  for (let n = 1; n <= warming + counted; n++)
    for (const [i, encoder] of encoders.entries()) {
      const lines = frenchReceipt(n)
      const took = timed(() => encoder.encode(lines))
      if (n > warming) times[i]?.push(took)
    }
  return encoders.map((encoder, i) => ({
    name: encoder.name,
    times: times[i] ?? [],
    bytes: encoder.encode(frenchReceipt(128)).length,
  }))
}
