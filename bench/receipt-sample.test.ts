import { expect, test } from 'vitest'
import { encodeDocument } from '#drivers/printers/escpos/encode.ts'
import { printerProfiles } from '#drivers/printers/profiles.data.ts'
import { receiptDocument } from '#shared/receipt/receipt.ts'
import { decodeEscpos } from '#test/harness/escpos-decoder.ts'
import { fortyLines } from './receipt-sample.ts'
import { secondsAt } from './wire.ts'

test.each(['ar', 'fr'] as const)(
  'forty lines in two scripts, %s leading, are 25 s of a slow line',
  (language) => {
    const { bytes } = encodeDocument(
      receiptDocument(fortyLines(128, language)),
      printerProfiles['epson-tm-t20'],
    )
    const printed = decodeEscpos(bytes).filter((piece) => piece.kind === 'line' || piece.kind === 'raster')
    expect(printed.length).toBeGreaterThanOrEqual(40)
    expect(secondsAt(bytes.length, 9_600)).toBeLessThanOrEqual(25)
  },
)

test('French leading, they are 25 s also where every line with Arabic is drawn whole', () => {
  const whole = { ...printerProfiles['epson-tm-t20'], inlineDots: false }
  const { bytes } = encodeDocument(receiptDocument(fortyLines(128, 'fr')), whole)
  expect(secondsAt(bytes.length, 9_600)).toBeLessThanOrEqual(25)
})
