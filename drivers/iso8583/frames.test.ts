import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Framing } from './dialect.ts'
import { edc } from './dialects/edc.data.ts'
import { iso87 } from './dialects/iso87.data.ts'
import { FrameReader, frame, type HeardFrame } from './frames.ts'

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
const bytes = (...parts: readonly string[]): Uint8Array =>
  new Uint8Array(Buffer.from(parts.join('').replaceAll(' ', ''), 'hex'))

const plain: Framing = { length: 'binary2', countsItself: false, start: null, tpdu: null, longest: 300 }
const withTpdu: Framing = { ...plain, tpdu: { id: '60', destination: '0012', source: '8003' } }

/** As a host sends it: with the addresses the other way round. */
const answering = (framing: Framing): Framing =>
  framing.tpdu === null
    ? framing
    : {
        ...framing,
        tpdu: { ...framing.tpdu, destination: framing.tpdu.source, source: framing.tpdu.destination },
      }

function heard(framing: Framing, ...pieces: readonly Uint8Array[]): readonly HeardFrame[] {
  const reader = new FrameReader(framing)
  return pieces.flatMap((piece) => reader.feed(piece))
}

const message = (text: string): HeardFrame => ({ kind: 'message', bytes: bytes(text), tpdu: null })

test.each([
  [plain, '0003 0800aa'],
  [{ ...plain, countsItself: true }, '0005 0800aa'],
  [{ ...plain, start: 2 }, '02 0003 0800aa'],
  [{ ...plain, start: 2, countsItself: true }, '02 0005 0800aa'],
  [withTpdu, '0008 60 0012 8003 0800aa'],
  [{ ...plain, length: 'bcd2' }, '0003 0800aa'],
  [{ ...plain, length: 'ascii4' }, '30303033 0800aa'],
  [{ ...plain, length: 'ascii4', countsItself: true }, '30303037 0800aa'],
  [{ ...plain, length: 'vml4' }, '00030000 0800aa'],
] as const)('%o', (framing, framed) => {
  expect(hex(frame(bytes('0800aa'), framing))).toBe(framed.replaceAll(' ', ''))
})

test.each([
  ['binary2', '0100'],
  ['bcd2', '0256'],
  ['ascii4', '30323536'],
  ['vml4', '01000000'],
] as const)('a length of 256 as %s', (length, header) => {
  expect(hex(frame(new Uint8Array(256), { ...plain, length })).slice(0, header.length)).toBe(header)
})

test('no message, and one too long, are not framed', () => {
  expect(() => frame(new Uint8Array(0), plain)).toThrow('length: tooShort')
  expect(() => frame(new Uint8Array(301), plain)).toThrow('length: tooLong')
  expect(() =>
    frame(new Uint8Array(9_996), { ...plain, length: 'ascii4', countsItself: true, longest: 9_999 }),
  ).toThrow('length: tooLong')
})

test('several messages in one read, and one in several', () => {
  expect(heard(plain, bytes('0002 0800 0003 081001 00'), bytes('01'), bytes('ff'))).toEqual([
    message('0800'),
    message('081001'),
    message('ff'),
  ])
})

test.each([
  ['', plain, '0000'],
  ['that counts itself', { ...plain, countsItself: true }, '0002'],
  ['that says 0 though lengths count themselves', { ...plain, countsItself: true }, '0000'],
  ['behind a start', { ...plain, start: 2 }, '02 0000'],
  ['of a TPDU', withTpdu, '0005 60 8003 0012'],
] as const)('a keep-alive %s', (_, framing, alive) => {
  const next = frame(bytes('0810'), answering(framing))
  expect(heard(framing, bytes(alive, alive, hex(next))).map(({ kind }) => kind)).toEqual([
    'keepAlive',
    'keepAlive',
    'message',
  ])
})

test('a TPDU is handed out as it was received', () => {
  expect(heard(withTpdu, bytes('0007 60 8003 0012 0810'))).toEqual([
    { kind: 'message', bytes: bytes('0810'), tpdu: { id: '60', destination: '8003', source: '0012' } },
  ])
})

test.each([
  ['with our addresses as we send them', '0007 60 0012 8003 0810'],
  ['to another', '0007 60 8004 0012 0810'],
  ['from another', '0007 60 8003 0013 0810'],
  ['of another kind', '0007 68 8003 0012 0810'],
  ['too short for one', '0004 60 8003 00'],
])('a frame %s is not ours, and the next one is', (_, foreign) => {
  const frames = heard(withTpdu, bytes(foreign, '0007 60 8003 0012 0810'))
  expect(frames.map(({ kind }) => kind)).toEqual(['foreign', 'message'])
})

test.each([
  ['too long', plain, '012d', 'tooLong'],
  ['too long for a TPDU and a message', withTpdu, '0132', 'tooLong'],
  ['shorter than itself', { ...plain, countsItself: true }, '0001', 'wrongLength'],
  ['of no digits', { ...plain, length: 'ascii4' }, '30304131', 'wrongLength'],
  ['of blanks', { ...plain, length: 'ascii4' }, '20202031', 'wrongLength'],
  ['of no packed digits', { ...plain, length: 'bcd2' }, '000a', 'wrongLength'],
  ['of a session and no message', { ...plain, length: 'vml4' }, '00040020', 'wrongLength'],
  ['without its start', { ...plain, start: 2 }, '00 0001', 'wrongStart'],
] as const)('a length %s is the end of the line', (_, framing, wrong, cause) => {
  const good = hex(frame(bytes('0800'), answering(framing)))
  const frames = heard(framing, bytes(good, wrong, good), bytes(good))
  expect(frames.map((each) => (each.kind === 'lost' ? each.cause : each.kind))).toEqual(['message', cause])
})

test('the longest message there may be is heard', () => {
  for (const { framing } of [iso87, edc]) {
    const longest = new Uint8Array(framing.longest).fill(0x31)
    const [only] = heard(framing, frame(longest, answering(framing)))
    expect(only).toMatchObject({ kind: 'message', bytes: longest })
  }
})

const framings: fc.Arbitrary<Framing> = fc.record({
  length: fc.constantFrom('binary2', 'bcd2', 'ascii4', 'vml4'),
  countsItself: fc.boolean(),
  start: fc.option(fc.integer({ min: 0, max: 255 })),
  tpdu: fc.constantFrom(null, { id: '60', destination: '0012', source: '80FF' }),
  longest: fc.constant(400),
})

/** Pieces of so many bytes, over and over. */
function* cut(whole: Uint8Array, sizes: readonly number[]): Generator<Uint8Array> {
  for (let at = 0, turn = 0; at < whole.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1
    yield whole.subarray(at, at + size)
    at += size
  }
}

const sizes = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 10 })

test('however a line is cut, it is the same messages', () => {
  const sent = fc.array(fc.uint8Array({ minLength: 1, maxLength: 400 }), { maxLength: 10 })
  fc.assert(
    fc.property(framings, sent, sizes, (framing, messages, how) => {
      const line = Buffer.concat(messages.map((each) => frame(each, answering(framing))))
      const frames = heard(framing, ...cut(line, how))
      expect(frames.map((each) => each.kind === 'message' && hex(each.bytes))).toEqual(messages.map(hex))
    }),
  )
})

test('however anything at all is cut, the same is heard, and the last of it is the end', () => {
  fc.assert(
    fc.property(framings, fc.uint8Array({ maxLength: 2_000 }), sizes, (framing, line, how) => {
      const whole = heard(framing, line)
      expect(heard(framing, ...cut(line, how))).toEqual(whole)
      expect(whole.slice(0, -1).some(({ kind }) => kind === 'lost')).toBe(false)
    }),
  )
})
