import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ByteText } from './byte-text.ts'

/** What was written, in pieces of so many bytes. */
function written(pieceBytes: number, write: (text: ByteText) => void): string {
  const pieces: Buffer[] = []
  const text = new ByteText(pieceBytes, (piece) => {
    pieces.push(Buffer.from(piece))
  })
  write(text)
  text.flush()
  return Buffer.concat(pieces).toString()
}

const part = fc.oneof(
  fc.string({ unit: 'grapheme' }).map((text) => ({ text, into: (all: ByteText) => all.text(text) })),
  fc.string({ unit: 'grapheme' }).map((text) => ({
    text,
    into: (all: ByteText) => all.raw(Buffer.from(text)),
  })),
  fc.string({ maxLength: 20 }).map((text) => ({
    text,
    into: (all: ByteText) => all.bytes(Buffer.from(text)),
  })),
  fc.maxSafeInteger().map((value) => ({ text: String(value), into: (all: ByteText) => all.whole(value) })),
  fc.integer({ min: -999_999, max: 999_999 }).map((minor) => ({
    text: (minor / 100).toFixed(2),
    into: (all: ByteText) => all.hundredths(minor),
  })),
  fc.constant({ text: ';', into: (all: ByteText) => all.byte(0x3b) }),
)

test('whatever is written comes out in its order, wherever pieces end', () => {
  fc.assert(
    fc.property(fc.array(part), fc.integer({ min: 64, max: 100 }), (parts, pieceBytes) => {
      const due = parts.map(({ text }) => text).join('')
      const out = written(pieceBytes, (all) => {
        for (const { into } of parts) into(all)
      })
      // Halves of characters become the same mark in both.
      expect(out).toBe(Buffer.from(due).toString())
    }),
  )
})

test('every digit of every size', () => {
  for (let value = 1; value < Number.MAX_SAFE_INTEGER; value = value * 10 + 7)
    for (const each of [value, value - 1, -value])
      expect(written(64, (all) => all.whole(each))).toBe(String(each))
  for (let cents = -250; cents <= 250; cents++)
    expect(written(64, (all) => all.hundredths(cents))).toBe(
      (cents / 100).toFixed(2).replace('-0.00', '0.00'),
    )
})

test('a text longer than a piece is whole', () => {
  const long = 'زربية'.repeat(1000)
  expect(written(64, (all) => all.text('<').text(long).text('>'))).toBe(`<${long}>`)
})
