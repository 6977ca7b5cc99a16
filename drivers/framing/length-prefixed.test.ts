import fc from 'fast-check'
import { expect, test } from 'vitest'
import vectors from '#test/fixtures/nexo/messages.json' with { type: 'json' }
import { LengthPrefixedDecoder, lengthPrefixed } from './length-prefixed.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const largest = 4_096

/** Everything heard, in order: messages as text, dropped bytes by their number. */
function heard(pieces: Iterable<Uint8Array>, limit = largest): readonly (string | number)[] {
  const events: (string | number)[] = []
  const decoder = new LengthPrefixedDecoder({
    largest: limit,
    opens: (byte) => byte === 0x7b,
    onFrame: (frame) => events.push(new TextDecoder().decode(frame)),
    onDiscarded: (count) => {
      const before = events.at(-1)
      if (typeof before === 'number') events[events.length - 1] = before + count
      else events.push(count)
    },
  })
  for (const piece of pieces) decoder.feed(piece)
  return events
}

function* cut(whole: Uint8Array, sizes: readonly number[]): Generator<Uint8Array> {
  for (let at = 0, turn = 0; at < whole.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1
    yield whole.subarray(at, at + size)
    at += size
  }
}

const joined = (...parts: readonly Uint8Array[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...part]))

test('a message is four bytes of length, the highest first, and itself', () => {
  const framed = lengthPrefixed(bytes(vectors.framed.text))
  expect(Buffer.from(framed).toString('hex')).toBe(vectors.framed.hex)
  expect(heard([Buffer.from(vectors.framed.hex, 'hex')])).toEqual([vectors.framed.text])
  expect(() => lengthPrefixed(new Uint8Array(0))).toThrow(RangeError)
})

const message = fc.string({ maxLength: 300, unit: 'binary' }).map((rest) => `{${rest.toWellFormed()}`)
const sizes = fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 20 })

test('however a stream is cut, it is the same messages', () => {
  fc.assert(
    fc.property(fc.array(message, { minLength: 1, maxLength: 12 }), sizes, (messages, how) => {
      const stream = joined(...messages.map((each) => lengthPrefixed(bytes(each))))
      expect(heard(cut(stream, how))).toEqual(messages)
    }),
  )
})

test('however anything at all is cut, the same is heard and dropped', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2_000 }), message, sizes, (junk, text, how) => {
      const stream = joined(junk, lengthPrefixed(bytes(text)))
      expect(heard(cut(stream, how))).toEqual(heard([stream]))
    }),
  )
})

test('after noise and after lengths that cannot be, the next message is heard', () => {
  const absurd = [
    Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0x7b),
    Uint8Array.of(0x00, 0x00, 0x00, 0x00, 0x7b),
    Uint8Array.of(0x00, 0x00, 0x10, 0x01, 0x7b),
    bytes('HTTP/1.1 400 Bad Request'),
  ]
  for (const junk of absurd) {
    const stream = joined(junk, lengthPrefixed(bytes('{"a":1}')), lengthPrefixed(bytes('{}')))
    expect(heard([stream])).toEqual([junk.length, '{"a":1}', '{}'])
  }
})

test('noise that is a possible beginning takes no more than one message with it', () => {
  const stream = joined(
    Uint8Array.of(0, 0, 0, 9, 0x7b),
    lengthPrefixed(bytes('{"a":1}')),
    lengthPrefixed(bytes('{"b":2}')),
  )
  expect(heard([stream]).at(-1)).toBe('{"b":2}')
})

test('20 MB/s and more, however it is cut', () => {
  const payment = lengthPrefixed(bytes(`{${'x'.repeat(6_000)}`))
  const stream = joined(...Array<Uint8Array>(350).fill(payment))
  const how = fc.sample(fc.integer({ min: 1, max: 1_460 }), { seed: 7, numRuns: 200 })
  const pieces = [...cut(stream, how)]
  // Time of this process, not of the machine: others may be at work on it.
  const before = process.cpuUsage()
  let frames = 0
  for (let round = 0; round < 10; round++) {
    const decoder = new LengthPrefixedDecoder({
      largest: 8_192,
      opens: (byte) => byte === 0x7b,
      onFrame: () => frames++,
      onDiscarded: () => undefined,
    })
    for (const piece of pieces) decoder.feed(piece)
  }
  const { user, system } = process.cpuUsage(before)
  expect(frames).toBe(3_500)
  expect((10 * stream.length) / (user + system)).toBeGreaterThan(20)
})
