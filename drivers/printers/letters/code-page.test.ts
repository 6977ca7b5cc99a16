import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder'
import { expect, test } from 'vitest'
import { characterPages } from '#drivers/simulators/printer/characters.data.ts'
import { upperHalves } from './code-page.data.ts'
import { pageBytes, pageText } from './code-page.ts'

const letters = 'Café à l’hôtel, 12 € « O » Ñandú ÄÖÜß 1 × 2 · ─═'

test('page 858 has every byte where the maker’s chart has it', () => {
  expect([...upperHalves.cp858]).toHaveLength(128)
  const chart = characterPages[19] ?? ''
  for (const [i, char] of [...upperHalves.cp858].entries())
    if (!/[\s\u00ad]/.test(char)) expect(chart[i], `0x${(i + 0x80).toString(16)}`).toBe(char)
})

test('page 858 is the page another encoder writes', () => {
  const text = pageText(letters, 'cp858')
  if (text === null) throw new Error('not in the page')
  const other = new ReceiptPrinterEncoder({ language: 'esc-pos', columns: 48, newline: '\n' })
  const bytes = Buffer.from(other.codepage('cp858').text(text).encode())
  expect(bytes.includes(Buffer.from(pageBytes(text, 'cp858')))).toBe(true)
})

test('page 1252 is what the platform decodes', () => {
  const bytes = Uint8Array.from({ length: 128 }, (_, i) => i + 0x80)
  expect(new TextDecoder('windows-1252').decode(bytes)).toBe(upperHalves.windows1252)
})

test.each([
  ['l’hôtel — 1\u202f234,50\u00a0DH…', "l'hôtel - 1 234,50 DH..."],
  ['\u2066-12,50\u2069', '-12,50'],
  ['\u221212,50', '-12,50'],
  ['Cafe\u0301', 'Café'],
  ['100 €', '100 €'],
])('%s is written %s', (text, written) => {
  expect(pageText(text, 'cp858')).toBe(written)
})

test.each(['زربية', 'ⵜ', 'Œuvre', '中', '😀', 'a\nb', '\u0010\u0014'])('%j is not in page 858', (text) => {
  expect(pageText(text, 'cp858')).toBeNull()
})
