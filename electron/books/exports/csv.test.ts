import { expect, test } from 'vitest'
import { exportWords } from '#shared/i18n/documents/export-words.ts'
import { total } from '#test/harness/books-oracle.ts'
import { livedShop } from '#test/harness/lived-shop.ts'
import { csv } from './csv.ts'
import { encoderOf } from './text-encoding.ts'

const { tickets, shifts, work, bytes } = livedShop(78, { shifts: 4, mostTickets: 20 })
const days = { from: '2026-11-01', to: '2026-12-24' }
const words = exportWords.fr
const raw = tickets.flatMap(({ lines, ticket, sign }) => lines.map((line) => ({ ...line, ticket, sign })))

/** Of what this shop writes, by code of its own: no cell holds a semicolon or a quote. */
function rowsOf(text: string): readonly Readonly<Record<string, string>>[] {
  expect(text).not.toContain('"')
  const [head = '', ...lines] = text.split('\r\n').slice(0, -1)
  const names = head.split(';')
  return lines.map((line) => Object.fromEntries(line.split(';').map((cell, at) => [names[at] ?? '', cell])))
}

const minor = (text = ''): number => Number(text.replace(',', '')) + 0

test('days as they come to by other arithmetic', async () => {
  const file = await bytes(csv, { ...days, rows: 'days', language: 'fr', encoding: 'utf-8' })
  expect([...file.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const rows = rowsOf(file.subarray(3).toString())
  expect(rows.map((row) => row[words.day])).toEqual([
    ...new Set(shifts.map(({ businessDay }) => businessDay)),
  ])
  for (const row of rows) {
    const own = tickets.filter(({ ticket }) => ticket.businessDay === row[words.day])
    expect(minor(row[words.gross])).toBe(total(own, ({ gross }) => gross))
    expect(minor(row[words.vat])).toBe(total(own, ({ vat }) => total(vat, (each) => each.vat)))
    expect(row[words.check]).toBe('0,00')
  }
})

test('every ticket line, in its order', async () => {
  const file = await bytes(csv, { ...days, rows: 'lines', language: 'fr', encoding: 'utf-8' })
  const rows = rowsOf(file.subarray(3).toString())
  expect(rows).toHaveLength(raw.length)
  for (const [at, line] of raw.entries()) {
    const row = rows[at] ?? {}
    expect([row[words.ticket], row[words.line], row[words.sku]]).toEqual([
      String(line.ticket.number),
      String(line.position),
      // A shop's own code for shipping begins like a formula.
      line.sku.replace(/^@/, "'@"),
    ])
    expect([minor(row[words.gross]), minor(row[words.net]) + minor(row[words.vat])]).toEqual([
      line.gross,
      line.gross,
    ])
    expect([minor(row[words.due]), minor(row[words.discount])]).toEqual([line.due, line.discount])
    expect(row[words.owner]).toBe(line.owner ?? '')
  }
})

test('Windows-1256 holds Arabic and French; what it cannot hold is replaced in sight and counted', async () => {
  const made = await work(csv, { ...days, rows: 'lines', language: 'ar', encoding: 'windows-1256' })
  const file = await bytes(csv, { ...days, rows: 'lines', language: 'ar', encoding: 'windows-1256' })
  const text = new TextDecoder('windows-1256').decode(file)
  expect(text).toContain(exportWords.ar.gross)
  expect(text).toContain('فاطمة')
  expect(text).toContain('Maâlem Brahim')
  expect(made.replaced).toBe(0)
  expect(made.bytes).toBe(file.length)
})

test('letters of other scripts', () => {
  const encoder = encoderOf('windows-1256')
  const said = (text: string) => new TextDecoder('windows-1256').decode(encoder.encode(text))
  expect(said('زربية 1\u202f200,00 « très » œuvre €')).toBe('زربية 1\u00a0200,00 « très » œuvre €')
  expect(encoder.replaced).toBe(0)
  expect(said('ⵜⵉⵎⵓⵔⴰ 地毯 😀')).toBe('?????? ?? ?')
  expect(encoder.replaced).toBe(9)
  expect(said('\u2067قفطان\u2069')).toBe('قفطان')
})
