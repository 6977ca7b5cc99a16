import { setImmediate as turn } from 'node:timers/promises'
import { raster } from '#drivers/printers/escpos/commands.ts'
import { encodeDocument } from '#drivers/printers/escpos/encode.ts'
import { rasterBlock } from '#drivers/printers/layout/raster-block.ts'
import { splitRows, stack } from '#drivers/printers/layout/strip.ts'
import { printerProfiles } from '#drivers/printers/profiles.data.ts'
import type { PaperDocument } from '#shared/receipt/document.ts'
import { receiptDocument } from '#shared/receipt/receipt.ts'
import { type Figure, median, p95, type Row } from './figure.ts'
import { fortyLines } from './receipt-sample.ts'

const profile = printerProfiles['epson-tm-t20']
const barMs = 15
const bar = `≤ ${barMs} ms warm`
const barShare = 0.4
/** Runs before the clock counts, and runs that count. Every receipt has other amounts, so that little is cached. */
const warming = 30
const counted = 150

/**
 * Encoding a bilingual receipt of forty lines, drawn lines included, beside drawing the whole receipt as one
 * picture.
 */
export const figure: Figure = {
  name: 'receipt',
  bar,
  async run() {
    return [
      ...(await rowsOf('fr', 'receipt, 40 lines, French and Arabic, encode')),
      ...(await rowsOf('ar', 'receipt, 40 lines, Arabic and French, encode')),
    ]
  },
}

async function rowsOf(language: 'ar' | 'fr', figure: string): Promise<readonly Row[]> {
  const ours: number[] = []
  const whole: number[] = []
  let bytes = 0
  let wholeBytes = 0
  for (let n = 1; n <= warming + counted; n++) {
    const document = receiptDocument(fortyLines(n, language))
    // Numbers that no other receipt of this run has: the yardstick must not live on lines that ours has drawn.
    const other = receiptDocument(fortyLines(n + 10_000, language))
    // Native memory of the canvas is only given back when the event loop turns.
    await turn()
    const encoded = measured(() => encodeDocument(document, profile).bytes.length)
    await turn()
    const raster = measured(() => wholeRaster(other))
    if (n <= warming) continue
    ours.push(encoded.ms)
    whole.push(raster.ms)
    bytes = encoded.value
    wholeBytes = raster.value
  }
  return [
    {
      figure,
      bar,
      median: median(ours),
      p95: p95(ours),
      unit: 'ms',
      yardstick: `${Number(median(whole).toPrecision(3))} ms: all of it drawn as one picture`,
      ratio: median(ours) / median(whole),
      met: median(ours) <= barMs,
    },
    {
      figure: figure.replace('encode', 'sent'),
      bar: `≤ ${barShare * 100} % of one picture`,
      median: bytes,
      p95: null,
      unit: 'bytes',
      yardstick: `${wholeBytes} bytes: all of it as one picture`,
      ratio: bytes / wholeBytes,
      met: bytes <= barShare * wholeBytes,
    },
  ]
}

function measured<T>(work: () => T): { readonly ms: number; readonly value: T } {
  const start = performance.now()
  const value = work()
  return { ms: performance.now() - start, value }
}

/** The usual way to print Arabic: everything drawn, one picture in bands. @returns bytes */
function wholeRaster(document: PaperDocument): number {
  const { widthDots } = profile
  const bytesPerRow = widthDots / 8
  const picture = stack(
    document.blocks.flatMap((block) => rasterBlock(block, widthDots)),
    bytesPerRow,
  )
  return splitRows(picture, profile.stripRows).reduce((bytes, band) => bytes + raster(band).length, 0)
}
