import { expect, test } from 'vitest'
import { goldenBytes, messageOf } from '#test/harness/iso8583-messages.ts'
import { edc } from './dialects/edc.data.ts'
import { iso87 } from './dialects/iso87.data.ts'
import { packager } from './packager.ts'

/** What is refused, and where: field and byte. Nothing of the value is in the words. */

const ascii = packager(iso87)
const bcd = packager(edc)
const text = (...parts: readonly string[]): Uint8Array => Buffer.from(parts.join(''), 'latin1')
const bytes = (...parts: readonly string[]): Uint8Array =>
  Buffer.from(parts.join('').replaceAll(' ', ''), 'hex')

/** Bitmaps of fields, in hexadecimal; bit 1 is set by itself where the second one is needed. */
const bit = (...fields: readonly number[]): string => {
  const second = fields.some((field) => field > 64)
  const map = new Uint8Array(second || fields.includes(1) ? 16 : 8)
  for (const field of second ? [1, ...fields] : fields) {
    const at = (field - 1) >> 3
    map[at] = (map[at] ?? 0) | (0x80 >> ((field - 1) % 8))
  }
  return Buffer.from(map).toString('hex').toUpperCase()
}

test.each([
  ['nothing at all', text(), 'mti: truncated at byte 0'],
  ['half a type', text('05'), 'mti: truncated at byte 2'],
  ['a type of letters', text('05A0', bit(11), '000001'), 'mti: wrongClass at byte 2'],
  ['a type of another version', text('1500', bit(11), '000001'), 'mti: wrongClass at byte 0'],
  ['half a bitmap', text('0500', '00200000'), 'bitmap: truncated at byte 12'],
  ['a bitmap of no hexadecimal', text('0500', '002000000000000G', '000001'), 'bitmap: wrongClass at byte 19'],
  ['half a second bitmap', text('0500', bit(66).slice(0, 20)), 'bitmap: truncated at byte 24'],
  ['a second bitmap of nothing', text('0500', bit(1, 11), '000001'), 'bitmap: duplicateBitmap at byte 20'],
  ['a third bitmap', text('0500', bit(65, 66), '1'), 'bitmap: duplicateBitmap at byte 20'],
  ['fields above 64 that no bitmap says', text('0500', bit(11), '000001', '1'), 'end: trailing at byte 26'],
  ['a number cut short', text('0500', bit(11), '00001'), 'field 11: truncated at byte 25'],
  ['a number with a letter', text('0500', bit(11), '0000O1'), 'field 11: wrongClass at byte 24'],
  ['a number with blanks', text('0500', bit(11), '    12'), 'field 11: wrongClass at byte 20'],
  ['a code with a sign', text('0510', bit(39), '0-'), 'field 39: wrongClass at byte 21'],
  ['a blank inside a code', text('0510', bit(38), '12 456'), 'field 38: wrongClass at byte 22'],
  ['a control character', text('0500', bit(41), 'TILL\x001  '), 'field 41: wrongClass at byte 24'],
  [
    'a letter beyond ASCII',
    text('0500', bit(43), `F\xe8s${' '.repeat(37)}`),
    'field 43: wrongClass at byte 21',
  ],
  ['a length with a blank', text('0500', bit(99), ' 5', '12345'), 'field 99: wrongClass at byte 36'],
  ['a length above the field', text('0500', bit(99), '12', '123456789012'), 'field 99: tooLong at byte 36'],
  ['a length of nothing', text('0500', bit(99), '00'), 'field 99: tooShort at byte 36'],
  ['a length above what there is', text('0500', bit(60), '010', '12345'), 'field 60: truncated at byte 28'],
  ['half a length', text('0500', bit(60), '01'), 'field 60: truncated at byte 22'],
  ['a net without its letter', text('0510', bit(97), '00000000001177550'), 'field 97: wrongClass at byte 36'],
  ['a net of a small letter', text('0510', bit(97), 'd0000000001177550'), 'field 97: wrongClass at byte 36'],
  ['a net with a sign', text('0510', bit(97), 'D-000000001177550'), 'field 97: wrongClass at byte 37'],
  ['a track with a letter', text('0200', bit(35), '05', '1234F'), 'field 35: wrongClass at byte 26'],
])('ASCII, read: %s', (_, wrong, sentence) => {
  expect(() => ascii.unpack(wrong)).toThrow(sentence)
})

test.each([
  ['a type of no digits', bytes('050A', bit(11), '000001'), 'mti: wrongClass at byte 1'],
  ['a number with a half byte above 9', bytes('0500', bit(11), '0000F1'), 'field 11: wrongClass at byte 12'],
  ['an odd number not behind a 0', bytes('0500', bit(24), '1001'), 'field 24: wrongClass at byte 10'],
  ['a length of no digits', bytes('0500', bit(60), '000A 3132'), 'field 60: wrongClass at byte 11'],
  [
    'a length of three digits not behind a 0',
    bytes('0500', bit(60), '1002 3132'),
    'field 60: wrongClass at byte 10',
  ],
  [
    'a number behind its length cut short',
    bytes('0500', bit(99), '05 0123'),
    'field 99: truncated at byte 21',
  ],
  ['bytes behind the last field', bytes('0500', bit(11), '000001 00'), 'end: trailing at byte 13'],
])('packed, read: %s', (_, wrong, sentence) => {
  expect(() => bcd.unpack(wrong)).toThrow(sentence)
})

const golden = Buffer.from(goldenBytes).toString()

test('every place at which the golden message may be cut', () => {
  for (let end = 0; end < golden.length; end++)
    expect(() => ascii.unpack(text(golden.slice(0, end)))).toThrow('truncated')
})

test.each([
  ['a type of another version', '1500', { 11: '000001' }, 'mti: wrongClass at byte 0'],
  ['a type of three digits', '050', { 11: '000001' }, 'mti: wrongClass at byte 0'],
  ['a type of five digits', '05000', { 11: '000001' }, 'mti: wrongClass at byte 0'],
  ['a type with a letter', '05O0', { 11: '000001' }, 'mti: wrongClass at byte 2'],
  ['the bitmap as a field', '0500', { 1: '1' }, 'field 1: unknownField at byte 0'],
  ['a third bitmap', '0500', { 65: '1' }, 'field 65: unknownField at byte 0'],
  ['a field that no bitmap has', '0500', { 129: '1' }, 'field 129: unknownField at byte 0'],
  ['a number too long', '0500', { 74: '10000000000' }, 'field 74: tooLong at byte 36'],
  ['a number too short', '0500', { 74: '3' }, 'field 74: tooShort at byte 36'],
  ['a number with a sign', '0500', { 74: '-000000003' }, 'field 74: wrongClass at byte 36'],
  ['a number with a fraction', '0500', { 86: '0000000000450.00' }, 'field 86: wrongClass at byte 49'],
  ['a number of other digits', '0500', { 11: '٠٠٠٠٠١' }, 'field 11: wrongClass at byte 20'],
  ['a number as bytes', '0500', { 11: Uint8Array.of(0, 0, 1) }, 'field 11: wrongClass at byte 20'],
  ['bytes as text', '0500', { 96: '00000000' }, 'field 96: wrongClass at byte 36'],
  ['bytes too few', '0500', { 96: new Uint8Array(7) }, 'field 96: tooShort at byte 36'],
  ['bytes too many', '0500', { 96: new Uint8Array(9) }, 'field 96: tooLong at byte 36'],
  ['text too long', '0500', { 41: 'TILL00001' }, 'field 41: tooLong at byte 20'],
  ['text too long for its length', '0500', { 60: 'x'.repeat(1_000) }, 'field 60: tooLong at byte 20'],
  ['text of nothing behind a length', '0500', { 60: '' }, 'field 60: tooShort at byte 20'],
  ['text beyond ASCII', '0500', { 43: 'Fès' }, 'field 43: wrongClass at byte 21'],
  ['text with a line end', '0500', { 60: 'a\nb' }, 'field 60: wrongClass at byte 24'],
  ['a net too short', '0500', { 97: 'D177550' }, 'field 97: tooShort at byte 36'],
  ['a net without its letter', '0500', { 97: '00000000001177550' }, 'field 97: wrongClass at byte 36'],
])('packing: %s', (_, mti, fields, sentence) => {
  expect(() => ascii.pack(messageOf(mti, fields))).toThrow(sentence)
})

test('a field that a dialect has not is unknown both ways', () => {
  const without = packager({ ...iso87, wire: { ...iso87.wire, fields: { 60: null } } })
  expect(() => without.pack(messageOf('0500', { 60: '000042' }))).toThrow('field 60: unknownField at byte 0')
  expect(() => without.unpack(text('0500', bit(60), '006000042'))).toThrow(
    'field 60: unknownField at byte 20',
  )
})
