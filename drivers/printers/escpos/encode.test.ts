import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Align, Cell, PaperBlock, PaperDocument } from '#shared/receipt/document.ts'
import { decodeEscpos } from '#test/harness/escpos-decoder.ts'
import { dotsOf, inkOf, type LinePiece, type Piece } from '#test/harness/escpos-pieces.ts'
import type { PrinterProfile } from '../printer.ts'
import { encodeDocument } from './encode.ts'

const whole: PrinterProfile = {
  model: 'Test',
  widthDots: 576,
  columns: 48,
  codePage: { name: 'cp858', number: 19 },
  stripRows: 128,
  cut: 'partial',
  drawer: null,
  status: 'none',
}
const inline: PrinterProfile = { ...whole, inlineDots: true }
const narrow: PrinterProfile = { ...whole, widthDots: 384, columns: 32, qr: 'raster', barcode: 'raster' }
const profiles = [whole, inline, narrow, { ...inline, widthDots: 512, columns: 42 }]

const cell = (text: string, direction: Cell['direction'] = 'ltr', size: 1 | 2 = 1): Cell => ({
  text,
  direction,
  style: { size },
})
const amount = (text: string) => cell(`\u2066${text}\u2069`)
const text = (of: Cell, align: Align = 'start'): PaperBlock => ({ type: 'text', cell: of, align })
const row = (left: Cell, right: Cell): PaperBlock => ({ type: 'row', left, right })
const paper = (...blocks: readonly PaperBlock[]): PaperDocument => ({ language: 'fr', blocks })
const pieces = (profile: PrinterProfile, ...blocks: readonly PaperBlock[]): readonly Piece[] =>
  decodeEscpos(encodeDocument(paper(...blocks), profile).bytes, { widthDots: profile.widthDots })
const linesOf = (of: readonly Piece[]) => of.filter((piece): piece is LinePiece => piece.kind === 'line')
const bytesOf = (profile: PrinterProfile, ...blocks: readonly PaperBlock[]) =>
  encodeDocument(paper(...blocks), profile).bytes

describe('lines', () => {
  test('a French row is text, and reaches over by spaces or by a position', () => {
    const french = row(cell('Tapis Azilal'), amount('2 100,00'))
    const line = `Tapis Azilal${' '.repeat(28)}2 100,00`
    expect(linesOf(pieces(whole, french)).map((each) => each.text)).toEqual([line])
    expect(linesOf(pieces(inline, french)).map((each) => each.text)).toEqual([line])
    expect(bytesOf(inline, french).length).toBeLessThan(bytesOf(whole, french).length)
  })

  test('an Arabic label stands as dots in the line, its amount in the printer’s own figures', () => {
    const label = row(cell('Total  \u2068المجموع\u2069'), amount('2 610,30'))
    const [line] = linesOf(pieces(inline, label))
    expect(line?.text.replace(/\s+/g, ' ')).toBe('Total 2 610,30')
    expect(line?.runs.at(-1)?.atDots).toBe(576 - 8 * 12)
    const [first] = line?.dots ?? []
    expect(first?.atDots).toBeGreaterThanOrEqual(7 * 12)
    expect(first?.rows).toBe(24)
    // Drawn whole it takes several times the bytes, in rows of their own.
    expect(linesOf(pieces(whole, label))).toEqual([])
    expect(bytesOf(whole, label).length).toBeGreaterThan(3 * bytesOf(inline, label).length)
  })

  test('right to left, what is read last stands leftmost', () => {
    const [line] = linesOf(pieces(inline, text(cell('للقطعة (\u206620 %\u2069)', 'rtl'))))
    const [run] = line?.runs ?? []
    expect(run?.text).toBe('20 %')
    expect(line?.dots.some((dots) => dots.atDots < (run?.atDots ?? 0))).toBe(true)
    expect(Math.max(...(line?.dots ?? []).map((dots) => dots.atDots + dots.widthDots))).toBeGreaterThan(560)
  })

  test('an empty line between drawn ones is a line', () => {
    const boxes = cell('\u0000'.repeat(6), 'rtl')
    expect(
      linesOf(pieces(inline, row(cell('', 'rtl'), boxes), text(cell('', 'rtl')))).length,
    ).toBeGreaterThan(0)
  })

  test('double letters pad with their own width and come back to single', () => {
    const total = row(cell('TOTAL', 'ltr', 2), cell('\u20662 610,30\u2069 DH', 'ltr', 2))
    const lines = linesOf(pieces(whole, total, text(cell('merci'))))
    expect(lines[0]?.runs.map((run) => [run.wide, run.tall])).toEqual([[2, 2]])
    expect(lines[1]?.runs.map((run) => [run.wide, run.tall])).toEqual([[1, 1]])
  })

  test('in a table text rows and drawn rows stand under each other', () => {
    const table: PaperBlock = {
      type: 'table',
      head: true,
      columns: [
        { share: 3, side: 'left' },
        { share: 1, side: 'right' },
      ],
      rows: [
        [cell('Article'), cell('Montant')],
        [cell('Tajine'), amount('360,00')],
        [cell('زربية', 'rtl'), amount('2 100,00')],
      ],
    }
    const lines = linesOf(pieces(inline, table))
    expect(lines).toHaveLength(3)
    for (const line of lines) {
      const last = line.runs.at(-1)
      expect((last?.atDots ?? 0) + 12 * (last?.text.length ?? 0)).toBe(576)
    }
    expect(lines[0]?.runs.every((run) => run.bold)).toBe(true)
    expect(lines[1]?.runs.some((run) => run.bold)).toBe(false)
  })
})

describe('symbols', () => {
  test('a QR is the printer’s own, in modules that fit; its white is there before it too', () => {
    const found = pieces(inline, text(cell('a')), { type: 'qr', data: 'x'.repeat(600) })
    expect(found.map((piece) => piece.kind)).toEqual(['line', 'feed', 'code', 'feed'])
    const [code] = found.filter((piece) => piece.kind === 'code')
    expect(code).toMatchObject({ symbology: 'qr', data: 'x'.repeat(600), side: 'centre', moduleDots: 4 })
    const once = pieces(inline, { type: 'space', lines: 1 }, { type: 'qr', data: 'x' })
    expect(once.map((piece) => piece.kind)).toEqual(['feed', 'code', 'feed'])
  })

  test('a barcode is the printer’s own with its figures, or dots with the same below', () => {
    const bars: PaperBlock = { type: 'barcode', symbology: 'ean13', data: '6111234567895', text: true }
    const own = { kind: 'code', symbology: 'ean13', data: '6111234567895', figures: 'below', moduleDots: 3 }
    expect(pieces(whole, bars)).toMatchObject([own])
    const drawn = pieces(narrow, bars)
    expect(drawn.filter((piece) => piece.kind === 'raster')).toHaveLength(2)
  })

  test.each([
    [
      'an EAN-13 with a wrong check digit',
      { type: 'barcode', symbology: 'ean13', data: '6111234567890', text: true },
    ],
    ['a Code 128 of other letters', { type: 'barcode', symbology: 'code128', data: 'é', text: true }],
    [
      'a Code 128 wider than the paper',
      { type: 'barcode', symbology: 'code128', data: 'x'.repeat(48), text: true },
    ],
    ['a QR of other letters', { type: 'qr', data: 'زربية' }],
    ['a QR too long', { type: 'qr', data: 'x'.repeat(601) }],
    ['a picture that is none', { type: 'picture', picture: null, alt: 'Tapis', widthShare: 0.5 }],
    [
      'a picture that lies about its size',
      {
        type: 'picture',
        picture: { widthPx: 9, heightPx: 9, grey: new Uint8Array(8) },
        alt: 'ت',
        widthShare: 1,
      },
    ],
  ] as const)('%s is its words in a box', (_name, block) => {
    for (const profile of profiles) {
      const found = pieces(profile, block)
      expect(found.every((piece) => piece.kind === 'raster' || piece.kind === 'feed')).toBe(true)
      const ink = dotsOf(found).reduce((sum, dots) => sum + inkOf(dots), 0)
      // The frame alone is two lines across; the words are more.
      expect(ink).toBeGreaterThan(4 * (profile.widthDots - 48) + 100)
    }
  })

  test('a photograph is as wide as it should be, in bands that the printer takes', () => {
    const grey = Uint8Array.from({ length: 60 * 40 }, (_, i) => (i * 7) % 256)
    const picture: PaperBlock = {
      type: 'picture',
      picture: { widthPx: 60, heightPx: 40, grey },
      alt: '',
      widthShare: 0.5,
    }
    const found = dotsOf(pieces(whole, picture))
    expect(found.every((dots) => dots.rows <= whole.stripRows && dots.widthDots <= 304)).toBe(true)
    expect(found.reduce((sum, dots) => sum + dots.rows, 0)).toBeGreaterThan(180)
    const tall = { ...picture, picture: { widthPx: 1, heightPx: 5_000, grey: new Uint8Array(5_000) } }
    expect(encodeDocument(paper(tall), whole).heightDots).toBeLessThanOrEqual(2 * 576 + 20)
  })
})

const names = fc.string({ unit: 'binary', maxLength: 60 })
const moneys = fc.integer({ min: 0, max: 9_999_999 }).map((n) => `\u2066${n} 234,50\u2069`)
const arabic = fc.string({
  unit: fc.constantFrom('ز', 'ر', 'ب', 'ي', 'ة', 'أ', ' ', '(', '\u0651'),
  maxLength: 40,
})
const cells = fc.record({
  text: fc.oneof(
    names,
    moneys,
    arabic,
    arabic.map((of) => `Total \u2068${of}\u2069`),
  ),
  direction: fc.constantFrom('ltr' as const, 'rtl' as const),
  style: fc.record({ bold: fc.boolean(), size: fc.constantFrom(1 as const, 2 as const) }),
})
const blocks: fc.Arbitrary<PaperBlock> = fc.oneof(
  fc.record({
    type: fc.constant('text' as const),
    cell: cells,
    align: fc.constantFrom('start' as const, 'center' as const, 'end' as const),
  }),
  fc.record({ type: fc.constant('row' as const), left: cells, right: cells }),
  fc.record({
    type: fc.constant('rule' as const),
    style: fc.constantFrom('single' as const, 'double' as const),
  }),
  fc.record({ type: fc.constant('space' as const), lines: fc.integer({ min: 0, max: 3 }) }),
  fc.record({ type: fc.constant('qr' as const), data: fc.string({ maxLength: 40 }) }),
  fc.record({
    type: fc.constant('barcode' as const),
    symbology: fc.constantFrom('ean13' as const, 'code128' as const),
    data: fc.oneof(fc.string({ maxLength: 50 }), fc.constantFrom('6111234567895', '160412', '1604')),
    text: fc.boolean(),
  }),
  fc.record({
    type: fc.constant('table' as const),
    columns: fc.constantFrom(
      [{ share: 1, side: 'left' as const }],
      [
        { share: 3, side: 'left' as const },
        { share: 1, side: 'right' as const },
      ],
    ),
    rows: fc.array(fc.array(cells, { maxLength: 2 }), { maxLength: 3 }),
    head: fc.boolean(),
  }),
  fc.record({
    type: fc.constant('picture' as const),
    picture: fc
      .uint8Array({ minLength: 12, maxLength: 12 })
      .map((grey) => ({ widthPx: 4, heightPx: 3, grey })),
    alt: names,
    widthShare: fc.double({ min: 0.01, max: 1, noNaN: true }),
  }),
  fc.constant({ type: 'cut' as const }),
)

test('any document is a job that a printer understands, in bands it takes, without real-time commands', () => {
  fc.assert(
    fc.property(fc.array(blocks, { maxLength: 6 }), fc.constantFrom(...profiles), (document, profile) => {
      const { bytes, heightDots } = encodeDocument(paper(...document), profile)
      // The decoder fails on anything a printer would ignore, misread or print beside the paper.
      const found = decodeEscpos(bytes, { widthDots: profile.widthDots })
      for (const piece of found)
        if (piece.kind === 'raster') expect(piece.rows).toBeLessThanOrEqual(profile.stripRows)
      expect(found.some((piece) => piece.kind === 'kick' || piece.kind === 'ask')).toBe(false)
      expect(found.filter((piece) => piece.kind === 'cut')).toHaveLength(
        document.filter((block) => block.type === 'cut').length,
      )
      expect(Buffer.from(bytes).toString('hex').replace(/../g, '$& ')).not.toMatch(/10 (04|05|14)/)
      expect(heightDots).toBeGreaterThanOrEqual(0)
    }),
    { numRuns: 300 },
  )
}, 60_000)

test('raster that would read as a drawer kick is sent otherwise', () => {
  // 0x10 0x14 0x01 side by side in a row of dots: black where those bits are.
  const bits = [0x10, 0x14, 0x01, 0x10, 0x04, 0x01].flatMap((byte) =>
    Array.from({ length: 8 }, (_, i) => (byte >> (7 - i)) & 1),
  )
  const grey = Uint8Array.from(bits, (bit) => (bit === 1 ? 0 : 255))
  const { bytes } = encodeDocument(
    paper({
      type: 'picture',
      picture: { widthPx: bits.length, heightPx: 1, grey },
      alt: '',
      widthShare: bits.length / 576,
    }),
    whole,
  )
  const sent = Buffer.from(bytes).toString('hex').replace(/../g, '$& ')
  expect(sent).toContain('10 1c 01 10 06 01')
})
