import { setImmediate as turn } from 'node:timers/promises'
import type { PaperDocument } from '#shared/receipt/document.ts'
import { rasterBlock } from '../layout/raster-block.ts'
import { blankStrip, stack } from '../layout/strip.ts'
import { pngOf } from './png.ts'

/** Blank rows above and below the picture. */
const edgeRows = 24
/** White between the print and the edge of the picture, dots; the paper itself is wider than the print. */
const marginBytes = 3

/**
 * The document as a picture for a screen or a phone: the same layout as the paper, drawn whole. PNG, one bit a pixel,
 * `widthDots` and a margin wide.
 */
export async function drawPicture(document: PaperDocument, widthDots: number): Promise<Uint8Array> {
  // Native memory of the canvas is only given back when the event loop turns.
  await turn()
  const bytesPerRow = Math.ceil(widthDots / 8)
  const strips = document.blocks.flatMap((block) => rasterBlock(block, widthDots))
  const body = stack(
    [blankStrip(edgeRows, widthDots), ...strips, blankStrip(edgeRows, widthDots)],
    bytesPerRow,
  )
  const wide = bytesPerRow + 2 * marginBytes
  const data = new Uint8Array(wide * body.rows)
  for (let y = 0; y < body.rows; y++)
    data.set(body.data.subarray(y * bytesPerRow, (y + 1) * bytesPerRow), y * wide + marginBytes)
  return pngOf({ bytesPerRow: wide, rows: body.rows, data }, wide * 8)
}
