import {
  BarcodeFormat,
  BinaryBitmap,
  DecodeHintType,
  GlobalHistogramBinarizer,
  MultiFormatOneDReader,
  RGBLuminanceSource,
} from '@zxing/library'
import jsQR from 'jsqr'
import { PNG } from 'pngjs'

/** What a scanner reads on a label, whichever of the three codes it carries. */
export function readCode(png: Uint8Array): string | null {
  const { data, width, height } = PNG.sync.read(Buffer.from(png))
  const pixels = new Uint8ClampedArray(width * height * 4)
  const grey = new Uint8ClampedArray(width * height)
  for (let at = 0; at < width * height; at++) {
    // Where nothing was drawn the renderer leaves glass.
    const value = data[at * 4 + 3] === 0 ? 255 : (data[at * 4] ?? 255)
    grey[at] = value
    pixels.set([value, value, value, 255], at * 4)
  }
  return readBars(grey, width, height) ?? jsQR(pixels, width, height)?.data ?? null
}

const hints = new Map<DecodeHintType, unknown>([
  [DecodeHintType.TRY_HARDER, true],
  [DecodeHintType.POSSIBLE_FORMATS, [BarcodeFormat.EAN_13, BarcodeFormat.CODE_128]],
])

function readBars(grey: Uint8ClampedArray, width: number, height: number): string | null {
  const reader = new MultiFormatOneDReader(hints)
  // Band by band from below, as a hand sweeps a label: texts above would blur the whole.
  for (let top = height - 24; top >= 0; top -= 8) {
    const band = grey.slice(top * width, (top + 8) * width)
    const source = new RGBLuminanceSource(band, width, 8)
    try {
      return reader.decode(new BinaryBitmap(new GlobalHistogramBinarizer(source))).getText()
    } catch {
      // The library says "not found" by throwing.
    }
  }
  return null
}
