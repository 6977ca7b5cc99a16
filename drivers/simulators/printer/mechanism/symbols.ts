import { encode } from 'uqr'
import { type Bitmap, matrixBitmap } from './bitmap.ts'

const levels = ['L', 'M', 'Q', 'H'] as const

/** A QR symbol without a quiet zone, as printers draw it. @param level 0…3: L, M, Q, H. `null`: too much data. */
export function qrBitmap(data: Uint8Array, level: number, moduleDots: number): Bitmap | null {
  const plain = data.every((byte) => byte < 0x80)
  try {
    const { data: modules } = encode(plain ? String.fromCharCode(...data) : [...data], {
      ecc: levels[level] ?? 'L',
      border: 0,
      boostEcc: false,
    })
    return matrixBitmap(modules, moduleDots)
  } catch {
    return null
  }
}
