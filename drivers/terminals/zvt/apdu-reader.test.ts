import fc from 'fast-check'
import { expect, test } from 'vitest'
import { control, decodeApdu, encodeApdu } from './apdu.ts'
import { ApduReader, type ReaderEvent } from './apdu-reader.ts'

const commands = [
  control.status,
  control.intermediate,
  control.completion,
  control.aborted,
  control.printBlock,
  control.printLine,
]
const apdu = fc.record({
  control: fc.constantFrom(...commands),
  data: fc.oneof(fc.uint8Array({ maxLength: 60 }), fc.uint8Array({ minLength: 250, maxLength: 700 })),
})

const feedCut = (bytes: Uint8Array, cuts: readonly number[]): ReaderEvent[] => {
  const reader = new ApduReader()
  const places = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b)
  let from = 0
  return [...places, bytes.length].flatMap((place) => {
    const piece = bytes.subarray(from, place)
    from = place
    return [...reader.feed(piece)]
  })
}

test('APDUs come out as they went in, wherever TCP cuts them', () => {
  fc.assert(
    fc.property(
      fc.array(apdu, { maxLength: 6 }),
      fc.array(fc.nat(5_000), { maxLength: 30 }),
      (sent, cuts) => {
        const stream = Uint8Array.from(sent.flatMap((each) => [...encodeApdu(each.control, each.data)]))
        expect(feedCut(stream, cuts)).toEqual(sent.map((each) => ({ type: 'apdu', apdu: each })))
      },
    ),
  )
})

test('bytes that begin nothing are dropped and counted, wherever they are cut', () => {
  const noise = fc
    .uint8Array({ minLength: 1, maxLength: 50 })
    .map((bytes) => bytes.filter((byte) => ![4, 6, 0x80, 0x84].includes(byte)))
  fc.assert(
    fc.property(noise, fc.array(fc.nat(60), { maxLength: 5 }), (before, cuts) => {
      const stream = Uint8Array.from([...before, ...encodeApdu(control.completion)])
      const events = feedCut(stream, cuts)
      const dropped = events.reduce((sum, event) => sum + (event.type === 'discarded' ? event.bytes : 0), 0)
      expect(dropped).toBe(before.length)
      expect(events.at(-1)).toMatchObject({ type: 'apdu' })
    }),
  )
})

test('255 bytes and more have a length of three bytes, low byte first', () => {
  expect([...encodeApdu(control.printBlock, new Uint8Array(254)).subarray(0, 3)]).toEqual([0x06, 0xd3, 0xfe])
  expect([...encodeApdu(control.printBlock, new Uint8Array(861)).subarray(0, 5)]).toEqual([
    0x06, 0xd3, 0xff, 0x5d, 0x03,
  ])
  expect(() => encodeApdu(control.printBlock, new Uint8Array(65_536))).toThrow(RangeError)
})

test('an absurd length is waited for with bounded memory, and says that it waits', () => {
  const reader = new ApduReader()
  expect(reader.feed(Uint8Array.of(0x04, 0x0f, 0xff, 0xff, 0xff))).toEqual([])
  expect(reader.midApdu).toBe(true)
  const events = [...reader.feed(new Uint8Array(65_535)), ...reader.feed(encodeApdu(control.completion))]
  expect(events).toHaveLength(2)
  expect(reader.midApdu).toBe(false)
})

test.each(['0601', '8001', '84ffff', '8000ff', '0500', '0612'])(
  '%s begins nothing of a terminal’s',
  (hex) => {
    const bytes = Uint8Array.from(Buffer.from(hex, 'hex'))
    const events = new ApduReader().feed(Uint8Array.from([...bytes, 0x00]))
    expect(events).toEqual([{ type: 'discarded', bytes: expect.any(Number) }])
  },
)

test('alone in a block, an APDU whose length is a lie is read as far as the block goes', () => {
  expect(decodeApdu(Uint8Array.of(0x04, 0x0f, 0x44, 0x27, 0x6c))).toEqual({
    control: control.status,
    data: Uint8Array.of(0x27, 0x6c),
  })
  expect(decodeApdu(Uint8Array.of(0x04, 0x0f, 0x01, 0x27, 0x6c))).toEqual({
    control: control.status,
    data: Uint8Array.of(0x27, 0x6c),
  })
  expect(decodeApdu(Uint8Array.of(0x04, 0x0f))).toBeNull()
})
