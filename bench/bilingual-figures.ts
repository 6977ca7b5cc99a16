import { setImmediate as turn } from 'node:timers/promises'
import { raster } from '#drivers/printers/escpos/commands.ts'
import { encodeDocument } from '#drivers/printers/escpos/encode.ts'
import { rasterBlock } from '#drivers/printers/layout/raster-block.ts'
import { splitRows, stack } from '#drivers/printers/layout/strip.ts'
import type { PrinterProfile } from '#drivers/printers/printer.ts'
import { printerProfiles } from '#drivers/printers/profiles.data.ts'
import type { PaperDocument } from '#shared/receipt/document.ts'
import { receiptDocument } from '#shared/receipt/receipt.ts'
import { median, p95, type Row, timed } from './figure.ts'
import { fortyLines } from './receipt-sample.ts'
import { secondsAt } from './wire.ts'

const barMs = 10
const barShare = 0.4
const barSeconds = { 9600: 25, 115200: 3 } as const
/** Runs before the clock counts, and runs that count. Every receipt has other amounts, so that little is cached. */
const warming = 30
const counted = 150

/** Dots between letters, and a printer that has none of that. */
const inLines: PrinterProfile = printerProfiles['epson-tm-t20']
const wholeLines: PrinterProfile = { ...inLines, inlineDots: false }

/** A receipt in Arabic and French, either leading, beside drawing all of it as one picture. */
export async function bilingualRows(): Promise<readonly Row[]> {
  return [
    ...(await rowsOf('fr', 'receipt, 40 lines, French and Arabic')),
    ...(await rowsOf('ar', 'receipt, 40 lines, Arabic and French')),
  ]
}

async function rowsOf(language: 'ar' | 'fr', name: string): Promise<readonly Row[]> {
  const ours: number[] = []
  const picture: number[] = []
  for (let n = 1; n <= warming + counted; n++) {
    const document = receiptDocument(fortyLines(n, language))
    // Numbers that no other receipt of this run has: the yardstick must not live on lines that ours has drawn.
    const other = receiptDocument(fortyLines(n + 10_000, language))
    // Native memory of the canvas is only given back when the event loop turns.
    await turn()
    const encoding = timed(() => encodeDocument(document, inLines))
    await turn()
    const drawing = timed(() => wholePicture(other))
    if (n <= warming) continue
    ours.push(encoding)
    picture.push(drawing)
  }
  const one = receiptDocument(fortyLines(128, language))
  const bytes = encodeDocument(one, inLines).bytes.length
  const pictured = wholePicture(one)
  const encode: Row = {
    figure: `${name}, encode`,
    bar: `≤ ${barMs} ms warm`,
    median: median(ours),
    p95: p95(ours),
    unit: 'ms',
    yardstick: `${median(picture).toFixed(2)} ms: all of it drawn as one picture`,
    ratio: median(ours) / median(picture),
    met: median(ours) <= barMs,
  }
  return [
    encode,
    sent(`${name}, sent`, bytes, pictured),
    ...([9600, 115_200] as const).map((baud) => onWire(name, baud, bytes, pictured)),
    sent(
      `${name}, sent to a printer without dots in lines`,
      encodeDocument(one, wholeLines).bytes.length,
      pictured,
    ),
  ]
}

const sent = (figure: string, bytes: number, pictured: number): Row => ({
  figure,
  bar: `≤ ${barShare * 100} % of one picture`,
  median: bytes,
  p95: null,
  unit: 'bytes',
  yardstick: `${pictured} bytes: all of it as one picture`,
  ratio: bytes / pictured,
  met: bytes <= barShare * pictured,
})

function onWire(name: string, baud: keyof typeof barSeconds, bytes: number, pictured: number): Row {
  const seconds = secondsAt(bytes, baud)
  return {
    figure: `${name}, at ${baud} baud`,
    bar: `≤ ${barSeconds[baud]} s`,
    median: seconds,
    p95: null,
    unit: 's',
    yardstick: `${secondsAt(pictured, baud).toFixed(1)} s: all of it as one picture`,
    ratio: bytes / pictured,
    met: seconds <= barSeconds[baud],
  }
}

/** The usual way to print Arabic: everything drawn, one picture in bands. @returns bytes */
function wholePicture(document: PaperDocument): number {
  const { widthDots, stripRows } = inLines
  const picture = stack(
    document.blocks.flatMap((block) => rasterBlock(block, widthDots)),
    widthDots / 8,
  )
  return splitRows(picture, stripRows).reduce((bytes, band) => bytes + raster(band).length, 0)
}
