import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodeDocument } from '#drivers/printers/escpos/encode.ts'
import { upperHalves } from '#drivers/printers/letters/code-page.data.ts'
import type { PrinterProfile } from '#drivers/printers/printer.ts'
import { printerProfiles } from '#drivers/printers/profiles.data.ts'
import type { Cell, PaperBlock, PaperDocument } from '#shared/receipt/document.ts'
import { receiptDocument } from '#shared/receipt/receipt.ts'
import { papers, ticketLine, ticketOf } from '#test/fixtures/paper/tickets.ts'
import { decodeEscpos } from '#test/harness/escpos-decoder.ts'
import type { Piece } from '#test/harness/escpos-pieces.ts'
import { printBytes } from './printed.ts'
import { printerShapes } from './printer-shapes.ts'

const wide: PrinterProfile = printerProfiles['epson-tm-t20']

/** A second reading of the bytes, from the command reference: it fails on whatever a printer would not obey. */
const read = (bytes: Uint8Array, { widthDots, codePage }: PrinterProfile = wide): readonly Piece[] =>
  decodeEscpos(bytes, { widthDots, pages: { [codePage.number]: upperHalves[codePage.name] } })
const linesOf = (bytes: Uint8Array, profile?: PrinterProfile): readonly string[] =>
  read(bytes, profile).flatMap((piece) => (piece.kind === 'line' ? [piece.text] : []))
const profiles = printerShapes('escpos')

describe.each(Object.entries(papers))('%s', (_name, input) => {
  test.each(profiles)('on %s is a well-formed job that leaves the drawer alone', async (_key, profile) => {
    const { bytes, heightDots } = encodeDocument(receiptDocument(input), profile)
    // Known state first: ESC @, FS ., ESC t with the page of the model.
    expect([...bytes.subarray(0, 7)]).toEqual([0x1b, 0x40, 0x1c, 0x2e, 0x1b, 0x74, profile.codePage.number])
    const pieces = read(bytes, profile)
    expect(pieces.at(-1)?.kind).toBe(profile.cut === 'none' ? 'feed' : 'cut')
    for (const piece of pieces)
      if (piece.kind === 'raster') expect(piece.rows).toBeLessThanOrEqual(profile.stripRows)
    if (profile.inlineDots !== true)
      expect(pieces.some((piece) => piece.kind === 'line' && piece.dots.length > 0)).toBe(false)
    const printed = await printBytes(bytes, profile.widthDots)
    expect([printed.reports, printed.kicks, printed.sheets.length]).toEqual([[], 0, 1])
    expect(Math.abs((printed.sheets[0]?.heightDots ?? 0) - heightDots)).toBeLessThan(200)
  })
})

test('French lines stay text, with Arabic words as dots among them', () => {
  const input = papers['sale-cash-fr']
  if (input === undefined) throw new Error('no paper')
  const { bytes } = encodeDocument(receiptDocument(input), wide)
  const lines = linesOf(bytes)
  expect(lines).toContain('Tajine en terre cuite (grand)             360,00')
  expect(lines).toContain('Verre à thé décoré                        150,30')
  expect(lines).toContain('  2 × 180,00 la pce (TVA 20 %)')
  expect(lines).toContain('  Prix affiché 2 400,00 · remise -300,00')
  expect(lines.find((line) => line.startsWith('TOTAL'))).toMatch(/^TOTAL {16}2 610,30 DH$/)
  const mixed = read(bytes).filter((piece) => piece.kind === 'line' && piece.dots.length > 0)
  expect(mixed.length).toBeGreaterThanOrEqual(8)
})

const cell = (text: string, direction: Cell['direction'] = 'ltr'): Cell => ({ text, direction })
const paper = (...blocks: readonly PaperBlock[]): PaperDocument => ({ language: 'fr', blocks })
test('a character without a font prints its name', () => {
  const bytes = encodeDocument(paper({ type: 'text', cell: cell('Vase 😀'), align: 'start' }), wide).bytes
  expect(linesOf(bytes)).toEqual(['Vase [U+1F600]'])
})

test('an amount in a text line is never broken at its space', () => {
  const narrow = printerProfiles['generic-58']
  const text = `${'x'.repeat(27)} \u20661 234,50\u2069`
  const bytes = encodeDocument(paper({ type: 'text', cell: cell(text), align: 'start' }), narrow).bytes
  expect(linesOf(bytes, narrow)).toEqual(['x'.repeat(27), '1 234,50'])
})

test('a name of 400 characters wraps, in either script, and its amount stays whole', async () => {
  for (const [name, direction] of [
    ['tapis '.repeat(67), 'ltr'],
    ['زربية '.repeat(67), 'rtl'],
    ['x'.repeat(400), 'ltr'],
  ] as const) {
    const block = { type: 'row', left: cell(name, direction), right: cell('\u20661 234,50\u2069') } as const
    const { bytes } = encodeDocument(paper(block), wide)
    read(bytes)
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
  expect(read(bytes).filter((piece) => piece.kind === 'cut')).toHaveLength(1)
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
      read(bytes)
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
