import { expect, test } from 'vitest'
import { encodeDocument } from '#drivers/printers/escpos/encode.ts'
import { printerProfiles } from '#drivers/printers/profiles.data.ts'
import { documentOf, frenchReceipt } from './french-receipt.ts'
import { otherEncoders } from './other-encoders.ts'

const lines = frenchReceipt(128)
const ours = {
  name: 'Hanout',
  encode: () => encodeDocument(documentOf(lines), printerProfiles['epson-tm-t20']).bytes,
}

/** Characters of page 858 that the receipt has. */
const page = new Map([
  ['É', 0x90],
  ['é', 0x82],
  ['è', 0x8a],
  ['à', 0x85],
  ['ï', 0x8b],
  ['ô', 0x93],
  ['×', 0x9e],
  ['°', 0xf8],
])
const bytesOf = (text: string) =>
  Buffer.from(Array.from(text, (char) => page.get(char) ?? char.charCodeAt(0)))

test('the sample is forty lines and two symbols', () => {
  expect(lines).toHaveLength(42)
  expect(lines.filter((line) => line.type === 'qr' || line.type === 'ean13')).toHaveLength(2)
})

test.each([ours, ...otherEncoders])('$name sends every word of it, in order', ({ encode }) => {
  const job = Buffer.from(encode(lines))
  let at = 0
  for (const line of lines)
    for (const text of 'text' in line ? [line.text] : 'left' in line ? [line.left, line.right] : []) {
      const found = job.indexOf(bytesOf(text), at)
      expect(found, text).toBeGreaterThanOrEqual(0)
      at = found
    }
})
