import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import { describe, expect, test } from 'vitest'
import { encodeDocument as encodeEscpos } from '#drivers/printers/escpos/encode.ts'
import { printerProfiles } from '#drivers/printers/profiles.data.ts'
import { selfTestPage } from '#drivers/printers/self-test-page.ts'
import { encodeDocument as encodeStar } from '#drivers/printers/starprnt/encode.ts'
import { sheetOf } from './printed.ts'
import { printerShapes } from './printer-shapes.ts'

const read = (png: Uint8Array) => PNG.sync.read(Buffer.from(png))

describe.each(printerShapes('escpos'))('the self-test page on %s', (_key, profile) => {
  test('is one well-formed sheet, as wide as the paper, whose QR reads back', async () => {
    const { data, width, height } = read(await sheetOf(selfTestPage('Caisse', profile), profile))
    expect(width).toBe(profile.widthDots)
    expect(readQr(data, width, height)).toBe('HANOUT-TEST')
    // The rulers: a row of dots that is black from edge to edge.
    const reds = Array.from({ length: height }, (_, y) =>
      Array.from({ length: width }, (_column, x) => data[(y * width + x) * 4] ?? 255),
    )
    expect(reds.filter((row) => Math.max(...row) < 128).length).toBeGreaterThanOrEqual(2)
  })
})

/** Without its head and its wedge, where there is no symbol and much to look at. */
function readQr(data: Uint8Array, width: number, height: number): string | undefined {
  const [from, to] = [Math.floor(height / 3), Math.floor((height * 4) / 5)]
  const middle = new Uint8ClampedArray(data.subarray(from * width * 4, to * width * 4))
  return jsQR(middle, width, to - from, { inversionAttempts: 'dontInvert' })?.data
}

test('its wedge runs over several strips', () => {
  const profile = printerProfiles['generic-80']
  const wedge = selfTestPage('Caisse', profile).blocks.findLast((block) => block.type === 'picture')
  if (wedge?.type !== 'picture') throw new Error('no wedge')
  expect(wedge.picture?.heightPx).toBeGreaterThan(2 * profile.stripRows)
})

test('says the name that its code page has, in bytes', () => {
  const page = (key: 'epson-tm-t20' | 'star-mc-print3') => selfTestPage('Caisse', printerProfiles[key])
  const escpos = encodeEscpos(page('epson-tm-t20'), printerProfiles['epson-tm-t20']).bytes
  const star = encodeStar(page('star-mc-print3'), printerProfiles['star-mc-print3']).bytes
  for (const bytes of [escpos, star]) {
    const latin = Buffer.from(bytes).toString('latin1')
    expect(latin).toContain('Page de codes')
    // éèàç€ by page 858.
    expect(latin).toContain('\x82\x8a\x85\x87')
    expect(latin).toContain('\x9c\xd5')
    // Once only: beside it they are drawn.
    expect(latin.split('\x82\x8a\x85\x87')).toHaveLength(2)
  }
})
