import {
  BarcodeFormat,
  BinaryBitmap,
  DecodeHintType,
  GlobalHistogramBinarizer,
  MultiFormatOneDReader,
  RGBLuminanceSource,
} from '@zxing/library'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { eanCheckDigit } from '#shared/catalogue/ean.ts'
import { type BarSymbology, barsOf, quietModules } from './bars.ts'

const bitsOf = (symbology: BarSymbology, data: string): string =>
  (barsOf(symbology, data)?.modules ?? []).map((black) => (black ? '1' : '0')).join('')

/** What a scanner reads of the bars, three dots a module, between their quiet zones. */
function scanned(symbology: BarSymbology, data: string): string {
  const { left, right } = quietModules[symbology]
  const modules = [
    ...Array<boolean>(left).fill(false),
    ...(barsOf(symbology, data)?.modules ?? []),
    ...Array<boolean>(right).fill(false),
  ]
  const line = modules.flatMap((black) => Array<number>(3).fill(black ? 0 : 255))
  const rows = 24
  const grey = new Uint8ClampedArray(line.length * rows)
  for (let y = 0; y < rows; y++) grey.set(line, y * line.length)
  const formats = [BarcodeFormat.EAN_13, BarcodeFormat.CODE_128]
  const reader = new MultiFormatOneDReader(new Map([[DecodeHintType.POSSIBLE_FORMATS, formats]]))
  const source = new RGBLuminanceSource(grey, line.length, rows)
  return reader.decode(new BinaryBitmap(new GlobalHistogramBinarizer(source))).getText()
}

describe('EAN-13', () => {
  // 4006381333931, by hand from GS1 General Specifications §5.2.1.2: parity of a leading 4 is LGLLGG.
  const spelled = [
    '101',
    ['0001101', '0100111', '0101111', '0111101', '0001001', '0110011'].join(''),
    '01010',
    ['1000010', '1000010', '1000010', '1110100', '1000010', '1100110'].join(''),
    '101',
  ].join('')

  test('says the modules of the standard', () => {
    expect(bitsOf('ean13', '4006381333931')).toBe(spelled)
  })

  test.each(['4006381333932', '400638133393', '40063813339311', '400638133393X', ''])(
    '%j is none',
    (data) => {
      expect(barsOf('ean13', data)).toBeNull()
    },
  )

  test('any code is ninety-five modules and reads back', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{12}$/), (twelve) => {
        const code = twelve + eanCheckDigit(twelve)
        expect(bitsOf('ean13', code)).toHaveLength(95)
        // The reader calls an EAN-13 that begins with 0 by its older name, UPC-A, of twelve figures.
        expect(scanned('ean13', code).padStart(13, '0')).toBe(code)
      }),
      { numRuns: 50 },
    )
  })
})

describe('Code 128', () => {
  test('says the modules of the standard', () => {
    // Start B, A (33), check (104 + 33) mod 103 = 34, stop: ISO/IEC 15417 table 1.
    expect(bitsOf('code128', 'A')).toBe('11010010000' + '10100011000' + '10001011000' + '1100011101011')
  })

  test('counts pairs of figures as one symbol', () => {
    // Start C, three pairs, check, stop.
    expect(bitsOf('code128', '123456')).toHaveLength(11 * 5 + 13)
  })

  test.each(['', 'é', 'a\tb', 'x'.repeat(49), 'سجاد'])('%j is none', (data) => {
    expect(barsOf('code128', data)).toBeNull()
  })

  test('anything printable reads back, also what the library could take for a command', () => {
    expect(scanned('code128', '^FNC1(01)^065~@')).toBe('^FNC1(01)^065~@')
    fc.assert(
      fc.property(fc.stringMatching(/^[\x20-\x7e]{1,48}$/), (data) => {
        expect(scanned('code128', data)).toBe(data)
      }),
      { numRuns: 100 },
    )
  })
})
