import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ack, type BlockEvent, DleBlockReader, encodeDleBlock, nak } from './dle-block.ts'

const apdu = fc.uint8Array({ minLength: 3, maxLength: 600 })
/** Many DLE and ETX: what the framing itself is made of. */
const awkward = fc
  .uint8Array({ minLength: 3, maxLength: 200 })
  .map((bytes) => bytes.map((byte) => [0x10, 0x03, 0x02, byte][byte % 4] ?? 0))

const concat = (parts: readonly Uint8Array[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...part]))

function* cutAnywhere(bytes: Uint8Array, cuts: readonly number[]): Generator<Uint8Array> {
  const places = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b)
  let from = 0
  for (const place of [...places, bytes.length]) {
    yield bytes.subarray(from, place)
    from = place
  }
}

const feedAll = (reader: DleBlockReader, pieces: Iterable<Uint8Array>): BlockEvent[] =>
  [...pieces].flatMap((piece) => [...reader.feed(piece)])

const blocksOf = (events: readonly BlockEvent[]): readonly Uint8Array[] =>
  events.flatMap((event) => (event.type === 'block' ? [event.data] : []))

describe('however a line cuts it', () => {
  test('blocks come out as they went in', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(apdu, awkward), { maxLength: 5 }),
        fc.array(fc.nat(4_000), { maxLength: 40 }),
        (sent, cuts) => {
          const line = concat(sent.map(encodeDleBlock))
          const heard = feedAll(new DleBlockReader(), cutAnywhere(line, cuts))
          expect(heard).toEqual(sent.map((data) => ({ type: 'block', data })))
        },
      ),
    )
  })

  test('every byte is a block’s, an answer, or counted', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 400 }),
        fc.array(fc.nat(400), { maxLength: 10 }),
        (noise, cuts) => {
          const pieces = [...cutAnywhere(noise, cuts)]
          const whole = [...new DleBlockReader().feed(noise)]
          const cut = feedAll(new DleBlockReader(), pieces)
          const counted = (events: readonly BlockEvent[]): number =>
            events.reduce((sum, event) => sum + ('bytes' in event ? event.bytes : 0), 0)
          expect(counted(cut)).toBe(counted(whole))
          expect(blocksOf(cut)).toEqual(blocksOf(whole))
        },
      ),
    )
  })
})

test('noise before a block does not hide it', () => {
  const noise = fc.uint8Array({ maxLength: 100 }).map((bytes) => bytes.filter((byte) => byte !== 0x10))
  fc.assert(
    fc.property(noise, apdu, (before, data) => {
      expect(blocksOf(new DleBlockReader().feed(concat([before, encodeDleBlock(data)])))).toEqual([data])
    }),
  )
})

test('a block damaged in any one byte is never taken for another', () => {
  fc.assert(
    fc.property(apdu, fc.nat(), fc.integer({ min: 1, max: 255 }), (data, where, change) => {
      const block = encodeDleBlock(data)
      const place = where % block.length
      block[place] = (block[place] ?? 0) ^ change
      expect(blocksOf(new DleBlockReader().feed(block))).toEqual([])
    }),
  )
})

test('a block that was cut off is over after T1, and the next one is read', () => {
  const reader = new DleBlockReader()
  const [first, second] = [Uint8Array.of(6, 1, 0), Uint8Array.of(0x80, 0, 0)]
  expect(reader.feed(encodeDleBlock(first).subarray(0, 4))).toEqual([])
  expect(reader.midBlock).toBe(true)
  expect(reader.overdue()).toEqual([{ type: 'broken', bytes: 4 }])
  expect(reader.midBlock).toBe(false)
  expect(blocksOf(reader.feed(encodeDleBlock(second)))).toEqual([second])
})

test('a sender that starts over in the middle is followed', () => {
  const data = Uint8Array.of(6, 0x0f, 0)
  const line = concat([encodeDleBlock(data).subarray(0, 4), encodeDleBlock(data)])
  expect(blocksOf(new DleBlockReader().feed(line))).toEqual([data])
})

test('ACK and NAK count between blocks only', () => {
  const events = new DleBlockReader().feed(
    concat([Uint8Array.of(ack, nak), encodeDleBlock(Uint8Array.of(ack, nak, ack))]),
  )
  expect(events.map(({ type }) => type)).toEqual(['ack', 'nak', 'block'])
})

test('a block without end is given up, and what follows is read', () => {
  const reader = new DleBlockReader()
  reader.feed(Uint8Array.of(0x10, 0x02))
  const endless = new Uint8Array(4_096).fill(0x41)
  const events: BlockEvent[] = []
  for (let written = 0; written < 200_000; written += endless.length) events.push(...reader.feed(endless))
  expect(events.filter(({ type }) => type === 'broken')).toHaveLength(1)
  expect(blocksOf(reader.feed(encodeDleBlock(Uint8Array.of(6, 0x0f, 0))))).toHaveLength(1)
})
