import { crc32, deflateSync } from 'node:zlib'
import type { Strip } from '../layout/strip.ts'

/**
 * Dots as a PNG of one bit a pixel, black on white (W3C PNG §11.2). @param widthDots ≤ bytesPerRow × 8.
 */
export function pngOf(strip: Strip, widthDots: number): Uint8Array {
  const { bytesPerRow, rows, data } = strip
  const header = Buffer.alloc(13)
  header.writeUInt32BE(widthDots, 0)
  header.writeUInt32BE(Math.max(1, rows), 4)
  header[8] = 1 // bits a pixel, greyscale
  const lines = Buffer.alloc(Math.max(1, rows) * (bytesPerRow + 1), 0xff)
  for (let y = 0; y < Math.max(1, rows); y++) {
    lines[y * (bytesPerRow + 1)] = 0 // filter: none
    for (let x = 0; x < bytesPerRow && y < rows; x++)
      lines[y * (bytesPerRow + 1) + 1 + x] = ~(data[y * bytesPerRow + x] ?? 0) & 0xff
  }
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
