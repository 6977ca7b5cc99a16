import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dialects, goldenBytes, goldenMessage, messageOf, messages } from '#test/harness/iso8583-messages.ts'
import { edc } from './dialects/edc.data.ts'
import { iso87 } from './dialects/iso87.data.ts'
import { sealWith } from './mac.ts'
import { Iso8583Error, type Message } from './message.ts'
import { type Packager, packager } from './packager.ts'

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

test('the golden 0500 is packed to its bytes', () => {
  expect(goldenBytes).toHaveLength(243)
  expect(Buffer.from(packager(iso87).pack(goldenMessage)).toString('ascii')).toBe(
    Buffer.from(goldenBytes).toString('ascii'),
  )
})

test('the golden bytes are read to their 0500', () => {
  expect(packager(iso87).unpack(goldenBytes)).toEqual(goldenMessage)
})

test('packed: numbers two a byte, an odd count behind a 0, text as it is', () => {
  const message = messageOf('0500', { 3: '920000', 11: '000042', 24: '001', 41: 'TILL01', 60: '000007' })
  expect(hex(packager(edc).pack(message))).toBe(
    ['0500', '2020010000800010', '920000', '000042', '0001', '54494c4c30312020', '0006303030303037'].join(''),
  )
})

test('packed: an odd number behind its length, a net amount behind its letter', () => {
  const message = messageOf('0510', { 2: '12345', 97: 'D0000000001177550' })
  expect(hex(packager(edc).pack(message))).toBe(
    ['0510', 'c000000000000000', '0000000080000000', '05012345', '440000000001177550'].join(''),
  )
})

test('the order in which fields were put together does not matter', () => {
  const turned: Message = { mti: '0500', fields: new Map([...goldenMessage.fields].reverse()) }
  expect(hex(packager(iso87).pack(turned))).toBe(hex(goldenBytes))
})

test('a second bitmap only where a field asks for it', () => {
  const first = packager(iso87).pack(messageOf('0800', { 11: '000001' }))
  expect(Buffer.from(first).toString()).toBe('08000020000000000000000001')
  const second = packager(iso87).pack(messageOf('0800', { 11: '000001', 70: '301' }))
  expect(Buffer.from(second).toString()).toBe('080080200000000000000400000000000000000001301')
})

test('a bitmap in small hexadecimal is the same bitmap', () => {
  const { pack, unpack } = packager(iso87)
  const message = messageOf('0810', { 37: '632718000123', 39: '00', 41: 'TILL0001' })
  const text = Buffer.from(pack(message)).toString()
  expect(text.slice(4, 20)).toBe('000000000A800000')
  expect(unpack(Buffer.from(text.replace('0A8', '0a8')))).toEqual(message)
})

test('what was packed stays as it is when the next one is', () => {
  const { pack } = packager(iso87)
  const first = pack(goldenMessage)
  pack(messageOf('0800', { 11: '999999', 70: '301' }))
  expect(hex(first)).toBe(hex(goldenBytes))
})

test('bytes of a field are the reader’s own', () => {
  const { pack, unpack } = packager(iso87)
  const packed = pack(messageOf('0510', { 96: Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8) }))
  const { fields } = unpack(packed)
  packed.fill(0)
  expect(fields.get(96)).toEqual(Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8))
})

test('after a message that is refused the next one is packed from its beginning', () => {
  const { pack } = packager(iso87)
  expect(() => pack(messageOf('0500', { 11: '000123', 37: 'é' }))).toThrow(Iso8583Error)
  expect(hex(pack(goldenMessage))).toBe(hex(goldenBytes))
})

/** All that a packager guarantees of messages it takes. */
function laws(codec: Packager, message: Message): void {
  const bytes = codec.pack(message)
  expect(codec.unpack(bytes)).toEqual(message)
  for (const short of [bytes.length - 1, bytes.length >> 1, 3, 0])
    expect(troubleOf(() => codec.unpack(bytes.subarray(0, short)))).toBe('truncated')
  expect(troubleOf(() => codec.unpack(Buffer.concat([bytes, Uint8Array.of(0x30)])))).toBe('trailing')
}

function troubleOf(work: () => unknown): string | null {
  try {
    work()
    return null
  } catch (error) {
    if (error instanceof Iso8583Error) return error.trouble
    throw error
  }
}

test.each([iso87, edc])('$name: each message it has room for is read as it was packed', (dialect) => {
  const codec = packager(dialect)
  fc.assert(fc.property(messages(dialect), (message) => laws(codec, message)))
})

test('so with dialects that nobody has heard of', () => {
  const cases = dialects.chain((dialect) => fc.tuple(fc.constant(dialect), messages(dialect)))
  fc.assert(fc.property(cases, ([dialect, message]) => laws(packager(dialect), message)))
})

test('whatever comes is a message, or refused by name', () => {
  const cases = fc.tuple(dialects, fc.uint8Array({ maxLength: 400 }))
  fc.assert(
    fc.property(cases, ([dialect, bytes]) => {
      troubleOf(() => packager(dialect).unpack(bytes))
    }),
    { numRuns: 1_000 },
  )
})

test.each([iso87, edc])('$name: a message with one byte changed is another one, or refused', (dialect) => {
  const codec = packager(dialect)
  const changes = fc.tuple(messages(dialect), fc.nat(), fc.integer({ min: 1, max: 255 }))
  fc.assert(
    fc.property(changes, ([message, where, by]) => {
      const bytes = Uint8Array.from(codec.pack(message))
      const at = where % bytes.length
      bytes[at] = (bytes[at] ?? 0) ^ by
      let heard: Message
      try {
        heard = codec.unpack(bytes)
      } catch (error) {
        expect(error).toBeInstanceOf(Iso8583Error)
        return
      }
      // Only small hexadecimal letters of a bitmap say the same in other bytes.
      const said = Buffer.from(codec.pack(heard))
      const capital = Uint8Array.from(bytes)
      if (/[a-f]/.test(String.fromCharCode(capital[at] ?? 0))) capital[at] = (capital[at] ?? 0) - 0x20
      expect(said.equals(bytes) || said.equals(capital)).toBe(true)
    }),
    { numRuns: 1_000 },
  )
})

const key = '0123456789ABCDEFFEDCBA9876543210'
const sealed = { ...iso87, mac: { algorithm: 'retail', on: ['05*', '0810'] } } as const

test('a MAC is put last, over all before it, and is 64 without a second bitmap', () => {
  const seal = sealWith('retail', key)
  const { pack, unpack } = packager(sealed, seal)
  const message = messageOf('0810', { 39: '00' })
  const bytes = pack(message)
  expect(Buffer.from(bytes.subarray(0, 22)).toString()).toBe('0810000000000200000100')
  expect(hex(bytes.subarray(22))).toBe(hex(seal(bytes.subarray(0, 22))))
  expect(unpack(bytes)).toEqual(message)
})

test('with a second bitmap the MAC is 128', () => {
  const { pack, unpack } = packager(sealed, sealWith('retail', key))
  const bytes = pack(goldenMessage)
  expect(bytes).toHaveLength(243 + 8)
  expect(Buffer.from(bytes.subarray(20, 36)).toString()).toBe('00780780A0000001')
  expect(unpack(bytes)).toEqual(goldenMessage)
})

test('types without a MAC have none', () => {
  const message = messageOf('0800', { 11: '000001' })
  const { pack } = packager(sealed, sealWith('retail', key))
  expect(hex(pack(message))).toBe(hex(packager(iso87).pack(message)))
})

test('a MAC that is not of these bytes, or not there, is refused', () => {
  const { pack, unpack } = packager(sealed, sealWith('retail', key))
  const bytes = pack(goldenMessage)
  const digitsAndMac = 11 + 8
  for (let at = bytes.length - digitsAndMac; at < bytes.length; at++) {
    const changed = Uint8Array.from(bytes, (byte, index) => (index === at ? byte ^ 1 : byte))
    expect(troubleOf(() => unpack(changed))).toBe('wrongMac')
  }
  const other = packager(sealed, sealWith('retail', key.replaceAll('0', '2')))
  expect(() => other.unpack(bytes)).toThrow('field 128: wrongMac at byte 243')
  expect(() => unpack(goldenBytes)).toThrow('field 128: missing at byte 243')
})

test('a sealed message has one MAC: 64 beside 128 is refused', () => {
  const seal = sealWith('retail', key)
  const open = packager(iso87).pack(
    messageOf('0500', { 64: new Uint8Array(8), 70: '301', 128: new Uint8Array(8) }),
  )
  const body = open.subarray(0, -8)
  const both = Buffer.concat([body, seal(body)])
  expect(() => packager(sealed, seal).unpack(both)).toThrow('field 128: wrongMac')
})

test('a dialect with MACs needs a key, and makes them itself', () => {
  expect(() => packager(sealed)).toThrow(RangeError)
  const { pack } = packager(sealed, sealWith('retail', key))
  const message = messageOf('0810', { 39: '00', 64: new Uint8Array(8) })
  expect(troubleOf(() => pack(message))).toBe('wrongMac')
})
