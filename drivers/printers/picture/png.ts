import { crc32, deflateSync } from 'node:zlib'
import type { GreyPicture } from '#shared/receipt/document.ts'
import type { Strip } from '../layout/strip.ts'

/**
 * Dots as a PNG of one bit a pixel, black on white (W3C PNG §11.2). @param widthDots ≤ bytesPerRow × 8.
 */
export function pngOf({ bytesPerRow, rows, data }: Strip, widthDots: number): Uint8Array {
  // A PNG has at least one row; a strip without any is a white one.
  const height = Math.max(1, rows)
  const white = new Uint8Array(height * bytesPerRow).fill(0xff)
  const inverted = rows === 0 ? white : data.map((byte) => ~byte & 0xff)
  return greyscale(widthDots, height, 1, inverted)
}

/** A photograph as a PNG of one byte a pixel. */
export const greyPngOf = ({ widthPx, heightPx, grey }: GreyPicture): Uint8Array =>
  greyscale(widthPx, heightPx, 8, grey)

/** @param rows pixels, each row beginning with a whole byte. */
function greyscale(width: number, height: number, bitsAPixel: 1 | 8, rows: Uint8Array): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = bitsAPixel
  const bytesPerRow = rows.length / height
  // The first byte of each line is its filter: 0, none.
  const lines = Buffer.alloc(height * (bytesPerRow + 1))
  for (let y = 0; y < height; y++)
    lines.set(rows.subarray(y * bytesPerRow, (y + 1) * bytesPerRow), y * (bytesPerRow + 1) + 1)
  return Buffer.concat([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(lines)),
    chunk('IEND', new Uint8Array()),
  ])
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type, 'ascii'), data])
  const out = Buffer.alloc(body.length + 8)
  out.writeUInt32BE(data.length, 0)
  body.copy(out, 4)
  out.writeUInt32BE(crc32(body), body.length + 4)
  return out
}
