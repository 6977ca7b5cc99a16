import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodeDocument } from '#drivers/printers/escpos/encode.ts'
import { printerProfiles } from '#drivers/printers/profiles.data.ts'
import type { Cell, PaperBlock, PaperDocument } from '#shared/receipt/document.ts'
import { receiptDocument } from '#shared/receipt/receipt.ts'
import { papers, ticketLine, ticketOf } from '#test/fixtures/paper/tickets.ts'
import { printBytes } from './printed.ts'
import { printerShapes } from './printer-shapes.ts'

/** A second reading of the bytes, shaped only by the protocol: what the job is made of, in order. */
interface Piece {
  readonly kind: string
  readonly text?: string
  readonly widthDots?: number
  readonly rows?: number
}

const cp858 = new Map([
  [0x82, 'é'],
  [0x85, 'à'],
  [0x8a, 'è'],
  [0x9e, '×'],
  [0x90, 'É'],
  [0xfa, '·'],
  [0xae, '«'],
  [0xaf, '»'],
  [0x8b, 'ï'],
  [0xf8, '°'],
  [0x83, 'â'],
])

function dissect(bytes: Uint8Array): readonly Piece[] {
  const pieces: Piece[] = []
  let text = ''
  let at = 0
  const take = (kind: string, length: number, more: Partial<Piece> = {}) => {
    pieces.push({ kind, ...more })
    at += length
  }
  const word = (offset: number) => (bytes[at + offset] ?? 0) | ((bytes[at + offset + 1] ?? 0) << 8)
  while (at < bytes.length) {
    const [a = 0, b = 0] = [bytes[at], bytes[at + 1]]
    const name = String.fromCharCode(b)
    if (a >= 0x20) {
      text += a < 0x80 ? String.fromCharCode(a) : (cp858.get(a) ?? '?')
      at++
    } else if (a === 0x0a) {
      take('line', 1, { text })
      text = ''
    } else if (a === 0x1b && name === '@') take('init', 2)
    else if (a === 0x1c && name === '.') take('noKanji', 2)
    else if (a === 0x1b && 'taEd'.includes(name)) take(`ESC ${name}`, 3, { rows: bytes[at + 2] ?? 0 })
    else if (a === 0x1d && name === '!') take('size', 3)
    else if (a === 0x1d && name === 'v')
      take('raster', 8 + word(4) * word(6), { widthDots: word(4) * 8, rows: word(6) })
    else if (a === 0x1d && name === '(') take(`GS ( ${String.fromCharCode(bytes[at + 2] ?? 0)}`, 5 + word(3))
    else if (a === 0x1d && name === 'V') take('cut', 4)
    else throw new Error(`what is ${a.toString(16)} ${b.toString(16)} at ${at}?`)
  }
  if (text !== '') throw new Error('text without an end of line')
  return pieces
}

const profiles = printerShapes('escpos')

describe.each(Object.entries(papers))('%s', (_name, input) => {
  test.each(profiles)('on %s is a well-formed job that leaves the drawer alone', async (_key, profile) => {
    const { bytes, heightDots } = encodeDocument(receiptDocument(input), profile)
    const pieces = dissect(bytes)
    expect(pieces.slice(0, 3).map((piece) => piece.kind)).toEqual(['init', 'noKanji', 'ESC t'])
    expect(pieces[2]?.rows).toBe(profile.codePage.number)
    expect(pieces.at(-1)?.kind).toBe(profile.cut === 'none' ? 'ESC d' : 'cut')
    for (const piece of pieces) {
      expect(piece.rows ?? 0).toBeLessThanOrEqual(255)
      if (piece.kind !== 'raster') continue
      expect(piece.rows).toBeLessThanOrEqual(profile.stripRows)
      expect(piece.widthDots).toBeLessThanOrEqual(profile.widthDots)
    }
    for (const piece of pieces) expect((piece.text ?? '').length).toBeLessThanOrEqual(profile.columns)
    const printed = await printBytes(bytes, profile.widthDots)
    expect([printed.reports, printed.kicks, printed.sheets.length]).toEqual([[], 0, 1])
    expect(Math.abs((printed.sheets[0]?.heightDots ?? 0) - heightDots)).toBeLessThan(200)
  })
})

test('French lines stay text; Arabic goes as narrow raster', () => {
  const input = papers['sale-cash-fr']
  if (input === undefined) throw new Error('no paper')
  const pieces = dissect(encodeDocument(receiptDocument(input), printerProfiles['epson-tm-t20']).bytes)
  const lines = pieces.map((piece) => piece.text ?? '')
  expect(lines).toContain('Tajine en terre cuite (grand)             360,00')
  expect(lines).toContain('Verre à thé décoré                        150,30')
  expect(lines).toContain('  2 × 180,00 la pce (TVA 20 %)')
  expect(lines).toContain('  Prix affiché 2 400,00 · remise -300,00')
  expect(lines).toContain(`TOTAL${' '.repeat(16)}2 610,30 DH`)
  const narrow = pieces.filter((piece) => piece.kind === 'raster' && (piece.widthDots ?? 0) < 300)
  expect(narrow.length).toBeGreaterThanOrEqual(4)
})

const cell = (text: string, direction: Cell['direction'] = 'ltr'): Cell => ({ text, direction })
const paper = (...blocks: readonly PaperBlock[]): PaperDocument => ({ language: 'fr', blocks })
const wide = printerProfiles['epson-tm-t20']

test('a character without a font prints its name', () => {
  const bytes = encodeDocument(paper({ type: 'text', cell: cell('Vase 😀'), align: 'start' }), wide).bytes
  expect(dissect(bytes).at(-1)).toEqual({ kind: 'line', text: 'Vase [U+1F600]' })
})

test('an amount in a text line is never broken at its space', () => {
  const narrow = printerProfiles['generic-58']
  const text = `${'x'.repeat(27)} \u20661 234,50\u2069`
  const bytes = encodeDocument(paper({ type: 'text', cell: cell(text), align: 'start' }), narrow).bytes
  expect(dissect(bytes).flatMap((piece) => piece.text ?? [])).toEqual(['x'.repeat(27), '1 234,50'])
})

test('a name of 400 characters wraps, in either script, and its amount stays whole', async () => {
  for (const [name, direction] of [
    ['tapis '.repeat(67), 'ltr'],
    ['زربية '.repeat(67), 'rtl'],
    ['x'.repeat(400), 'ltr'],
  ] as const) {
    const block = { type: 'row', left: cell(name, direction), right: cell('\u20661 234,50\u2069') } as const
    const { bytes } = encodeDocument(paper(block), wide)
    dissect(bytes)
    const { sheets, reports } = await printBytes(bytes, 576)
    expect(reports).toEqual([])
    expect(sheets[0]?.heightDots).toBeGreaterThan(180)
  }
})

test('five hundred lines are one job', async () => {
  const lines = Array.from({ length: 250 }, (_, i) =>
    ticketLine(i, i % 2 === 0 ? 'rug' : 'glass', 1, 1_000 + i),
  )
  const input = papers['sale-cash-ar']
  if (input === undefined) throw new Error('no paper')
  const { bytes } = encodeDocument(receiptDocument({ ...input, ticket: ticketOf(lines, []) }), wide)
  expect(dissect(bytes).filter((piece) => piece.kind === 'cut')).toHaveLength(1)
  expect((await printBytes(bytes, 576)).sheets).toHaveLength(1)
})

test('whatever a name holds, the job is well formed and obeys nothing inside it', async () => {
  const names = fc.string({ unit: 'binary', maxLength: 40 })
  await fc.assert(
    fc.asyncProperty(names, names, fc.constantFrom('ltr', 'rtl'), async (left, right, direction) => {
      const { bytes } = encodeDocument(
        paper(
          { type: 'row', left: cell(left, direction), right: cell(right, direction) },
          { type: 'text', cell: cell(right, direction), align: 'center' },
          { type: 'cut' },
        ),
        wide,
      )
      dissect(bytes)
      const printed = await printBytes(bytes, 576)
      expect([printed.reports, printed.kicks, printed.sheets.length]).toEqual([[], 0, 1])
    }),
    { numRuns: 60 },
  )
})

test('dots that read as a drawer kick kick nothing', async () => {
  // A QR drawn as dots is the only block whose dots we can choose; the simulated printer obeys real time anywhere.
  const { kicks } = await printBytes(Uint8Array.of(0x1d, 0x76, 0x30, 0, 5, 0, 1, 0, 0x10, 0x14, 1, 0, 1), 576)
  expect(kicks).toBe(1)
  const { raster } = await import('#drivers/printers/escpos/commands.ts')
  const strip = { bytesPerRow: 5, rows: 1, data: Uint8Array.of(0x10, 0x14, 1, 0, 1) }
  expect((await printBytes(raster(strip), 576)).kicks).toBe(0)
})
