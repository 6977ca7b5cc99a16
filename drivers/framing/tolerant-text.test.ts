import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TolerantText } from './tolerant-text.ts'

const decode = (...pieces: readonly (readonly number[])[]): string => {
  const text = new TolerantText()
  return pieces.map((piece) => text.feed(Uint8Array.from(piece))).join('') + text.flush()
}

test('reads UTF-8 and, where it is none, Latin-1', () => {
  expect(decode([...Buffer.from('N° Commerçant', 'utf8')])).toBe('N° Commerçant')
  expect(decode([...Buffer.from('N° Commerçant', 'latin1')])).toBe('N° Commerçant')
  expect(decode([0xc3])).toBe('Ã')
  expect(decode([0xe0, 0x80, 0x80])).toBe('à\u0080\u0080')
})

test('how the wire cuts the bytes changes nothing', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.uint8Array({ maxLength: 60 }),
        fc.string({ unit: 'grapheme', maxLength: 30 }).map((text) => new TextEncoder().encode(text)),
      ),
      fc.array(fc.nat(60), { maxLength: 6 }),
      (bytes, cuts) => {
        const at = [0, ...cuts.filter((cut) => cut < bytes.length).sort((a, b) => a - b), bytes.length]
        const pieces = at.slice(1).map((end, i) => [...bytes.slice(at[i] ?? 0, end)])
        expect(decode(...pieces)).toBe(decode([...bytes]))
      },
    ),
  )
})

test('well-formed text survives unchanged', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const clean = text.toWellFormed()
      expect(decode([...new TextEncoder().encode(clean)])).toBe(clean)
    }),
  )
})
