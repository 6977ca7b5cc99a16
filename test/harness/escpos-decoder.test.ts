import { expect, test } from 'vitest'
import { decodeEscpos } from './escpos-decoder.ts'
import { dotsOf, inkOf, type Piece, wordsOf } from './escpos-pieces.ts'

/** Vectors are written by hand from the makers' command references, in hexadecimal and in words. */
const job = (...parts: (string | number)[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'number' ? [part] : [...Buffer.from(part, 'latin1')])),
  )
const hex = (bytes: string): string => Buffer.from(bytes.replaceAll(' ', ''), 'hex').toString('latin1')
const plain = (pieces: readonly Piece[]) => JSON.parse(JSON.stringify(pieces)) as unknown

test('characters, weight and size of a line', () => {
  const pieces = decodeEscpos(job(hex('1b40 1b74 13'), 'Caf\x82 ', hex('1b45 01 1d21 11'), '12', hex('0a')))
  expect(plain(pieces)).toEqual([
    {
      kind: 'line',
      side: 'left',
      text: 'Café 12',
      runs: [
        { text: 'Café ', bold: false, wide: 1, tall: 1, atDots: 0 },
        { text: '12', bold: true, wide: 2, tall: 2, atDots: 60 },
      ],
      dots: [],
      feedDots: 30,
    },
  ])
})

test.each([
  [0, 0xd5, '╒'],
  [2, 0xd5, 'ı'],
  [19, 0xd5, '€'],
  [16, 0x80, '€'],
  [16, 0xe9, 'é'],
])('page %i has %i for %s', (page, code, char) => {
  expect(wordsOf(decodeEscpos(job(hex('1b74'), page, code, 0x0a)))).toEqual([char])
})

test('positions leave blanks, signed and absolute', () => {
  const pieces = decodeEscpos(job('a', hex('1b24 3c00'), 'b', hex('1b5c f4ff'), 'c', hex('1b5c 0c00'), 'd\n'))
  expect(pieces).toMatchObject([{ text: 'a    bc d' }])
})

test('ESC * 33: three bytes a column from above, beside characters', () => {
  const pieces = decodeEscpos(job('Prix', hex('1b2a 21 0200 800001 000100 0a')))
  const [line] = pieces
  if (line?.kind !== 'line') throw new Error('no line')
  const [dots] = line.dots
  expect(dots).toMatchObject({ atDots: 48, widthDots: 2, rows: 24 })
  const black = [
    [0, 0],
    [0, 23],
    [1, 15],
  ] as const
  for (const [x, y] of black) expect(dots?.black(x, y)).toBe(true)
  expect(dotsOf(pieces).map(inkOf)).toEqual([3])
})

test('ESC * 0: a column is two dots wide, each dot three high', () => {
  const [dots] = dotsOf(decodeEscpos(job(hex('1b2a 00 0100 40 0a'))))
  expect([dots?.widthDots, dots?.rows]).toEqual([2, 24])
  expect(dots?.black(1, 3)).toBe(true)
  expect(dots?.black(1, 2)).toBe(false)
  expect(dots && inkOf(dots)).toBe(6)
})

test('GS v 0: rows of bytes, the highest bit leftmost', () => {
  const [raster] = decodeEscpos(job(hex('1b61 02 1d7630 00 0200 0300 8000 0001 ffff')))
  if (raster?.kind !== 'raster') throw new Error('no raster')
  expect(raster).toMatchObject({ side: 'right', widthDots: 16, rows: 3, bytes: { from: 11, to: 17 } })
  expect([raster.black(0, 0), raster.black(15, 1), inkOf(raster)]).toEqual([true, true, 18])
})

test('QR as the reference prints it: model 2, size 6, level M, data, print', () => {
  const pieces = decodeEscpos(
    job(
      hex('1d286b 0400 31413200 1d286b 0300 314306 1d286b 0300 314531 1d286b 0600 315030'),
      'abc',
      hex('1d286b 0300 315130'),
    ),
  )
  expect(pieces).toEqual([
    { kind: 'code', symbology: 'qr', data: 'abc', side: 'left', moduleDots: 6, figures: 'none' },
  ])
})

test('EAN-13 and the reference’s Code 128 example, “No.” in B and 123456 in C', () => {
  const pieces = decodeEscpos(
    job(hex('1d6850 1d7702 1d4802 1d6b 43 0c'), '611123456789', hex('1d6b 49 0a'), '{BNo.{C', 12, 34, 56),
  )
  expect(pieces).toMatchObject([
    { symbology: 'ean13', data: '611123456789', moduleDots: 2, figures: 'below' },
    { symbology: 'code128', data: 'No.123456' },
  ])
})

test('feeds, cuts, kicks and questions', () => {
  const bytes = hex(
    '1b4a 08 1b64 03 1b33 18 0a 1b32 1d5642 00 1d5600 1b70 01 19 fa 100401 10140100 02 1d72 01',
  )
  expect(decodeEscpos(job(bytes, hex('1d2848 0600 3030'), '0042'))).toEqual([
    { kind: 'feed', dots: 8 },
    { kind: 'feed', dots: 30 },
    { kind: 'feed', dots: 60 },
    { kind: 'feed', dots: 24 },
    { kind: 'cut', partial: true, fed: true },
    { kind: 'cut', partial: false, fed: false },
    { kind: 'kick', pin: 5, onMs: 50, offMs: 500 },
    { kind: 'ask', what: 'DLE EOT 1' },
    { kind: 'kick', pin: 2, onMs: 200, offMs: 200 },
    { kind: 'ask', what: 'GS r 1' },
    { kind: 'ask', what: 'GS ( H 0042' },
  ])
})

test.each([
  ['an unknown command', '1b7a', /unknown ESC z/],
  ['a drawer kick without its times', '1b7000', /ends too early/],
  ['a picture that ends too early', '1d763000 0100 0400 ffff', /2 bytes too early/],
  ['a picture inside a line', '41 1d763000 0100 0100 ff', /inside a line/],
  ['a side chosen too late', '41 1b6101', /ESC a inside a line/],
  ['a cut in the middle of a line', '41 1d564200', /GS V inside a line/],
  ['text without an end', '41', /ends inside a line/],
  ['a picture wider than the paper', '1d763000 4900 0100', /wider/],
  ['a position beside the paper', '1b24 4102', /beside/],
  ['a letter where EAN-13 has figures', '1d6b430c 363131313233343536373841', /figures/],
  ['Code 128 without its set', '1d6b4903 414243', /set/],
  ['a code page that is none', '1b74fa', /page 250/],
  ['a kick among dots', '1d763000 0500 0100 1014010001', /real-time/],
  ['a status question among dots', '1b2a21 0100 10040a', /real-time/],
])('%s is no job', (_what, bytes, sentence) => {
  expect(() => decodeEscpos(job(hex(bytes)))).toThrow(sentence)
})
