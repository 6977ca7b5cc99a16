import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CaisseApReader, type ReaderEvent } from './message-reader.ts'

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0))
const field = ([name, value]: readonly [string, string]): string =>
  `${name}${String(value.length).padStart(3, '0')}${value}`

function cut(wire: Uint8Array, sizes: readonly number[]): Uint8Array[] {
  const pieces: Uint8Array[] = []
  for (let at = 0, turn = 0; at < wire.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1
    pieces.push(wire.subarray(at, at + size))
    at += size
  }
  return pieces
}

function readIn(pieces: readonly Uint8Array[]): readonly ReaderEvent[] {
  const reader = new CaisseApReader()
  return [...pieces.flatMap((piece) => reader.feed(piece)), ...reader.end()]
}

const messagesIn = (events: readonly ReaderEvent[]): [string, string][][] =>
  events.flatMap((event) => (event.kind === 'message' ? [[...event.message.fields]] : []))
const discardedIn = (events: readonly ReaderEvent[]): number =>
  events.reduce((sum, event) => sum + (event.kind === 'discarded' ? event.bytes : 0), 0)

const tagName = fc.stringMatching(/^[A-Z]{2}$/).filter((name) => name !== 'CZ')
const value = fc.stringMatching(/^[ -~]{0,60}$/)
const message = fc
  .uniqueArray(fc.tuple(tagName, value), { maxLength: 12, selector: ([name]) => name })
  .map((fields): [string, string][] => [['CZ', '0300'], ...fields])
const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 8 })

describe('Caisse-AP messages', () => {
  test('what was written is read, however the line cuts and merges it', () => {
    fc.assert(
      fc.property(fc.array(message, { maxLength: 5 }), sizes, (messages, cuts) => {
        const wire = bytes(messages.map((fields) => fields.map(field).join('')).join(''))
        const events = readIn(cut(wire, cuts))
        expect(messagesIn(events)).toEqual(messages)
        expect(discardedIn(events)).toBe(0)
      }),
    )
  })

  test('behind any noise the next message is read, once the noise is over', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), message, sizes, (noise, fields, cuts) => {
        // An absurd length in the noise swallows at most so much.
        const gap = new Uint8Array(1_100)
        const events = readIn(
          cut(Uint8Array.from([...noise, ...gap, ...bytes(fields.map(field).join(''))]), cuts),
        )
        expect(messagesIn(events).at(-1)).toEqual(fields)
      }),
    )
  })

  test('whatever comes is either in a message or counted as discarded', () => {
    const anything = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.constantFrom('CZ0040300', 'CZ999', 'AE00210', 'CA999', 'CB0').map(bytes),
    )
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 8 }), sizes, (parts, cuts) => {
        const wire = Uint8Array.from(parts.flatMap((part) => [...part]))
        const whole = readIn([wire])
        const pieces = readIn(cut(wire, cuts))
        expect(messagesIn(pieces)).toEqual(messagesIn(whole))
        expect(discardedIn(pieces)).toBe(discardedIn(whole))
      }),
    )
  })

  test('a message cut between two fields looks whole and is only shown, never ended', () => {
    const reader = new CaisseApReader()
    expect(reader.feed(bytes('CZ0040300CJ012012345678901'))).toEqual([])
    expect(reader.unfinished).toBe(false)
    expect([...(reader.peek()?.fields.keys() ?? [])]).toEqual(['CZ', 'CJ'])
    expect(reader.feed(bytes('AE00'))).toEqual([])
    expect(reader.unfinished).toBe(true)
    reader.feed(bytes('210'))
    expect(messagesIn(reader.end())).toEqual([
      [
        ['CZ', '0300'],
        ['CJ', '012345678901'],
        ['AE', '10'],
      ],
    ])
  })

  test('a field that never comes to its end is dropped, and what came before it is kept', () => {
    const events = readIn([bytes('CZ0040300AE00210AF099nothing')])
    expect(messagesIn(events)).toEqual([
      [
        ['CZ', '0300'],
        ['AE', '10'],
      ],
    ])
    expect(discardedIn(events)).toBe(12)
  })

  test('a tag that comes twice with two values makes the message contradict itself', () => {
    const [twice] = readIn([bytes('CZ0040300AE00201AE00210')])
    const [same] = readIn([bytes('CZ0040300AE00210AE00210')])
    expect(twice).toMatchObject({ message: { contradictsItself: true } })
    expect(same).toMatchObject({ message: { contradictsItself: false } })
  })

  test('a message that never ends is dropped', () => {
    const reader = new CaisseApReader()
    const endless = bytes('AB999'.padEnd(1_004, 'x'))
    reader.feed(bytes('CZ0040300'))
    let dropped = 0
    for (let i = 0; i < 1_000; i++) dropped += discardedIn(reader.feed(endless))
    expect(dropped).toBeGreaterThan(990_000)
    expect(messagesIn(reader.feed(bytes('CZ0040300AE00210CZ0040300')))).toContainEqual([
      ['CZ', '0300'],
      ['AE', '10'],
    ])
  })
})
