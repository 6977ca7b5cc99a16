import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { StxEtxEvent } from './stx-etx-lrc.ts'
import { controlByte, StxEtxReader, stxEtxFrame } from './stx-etx-lrc.ts'

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text)
const text = (event: StxEtxEvent): string =>
  event.kind === 'frame'
    ? new TextDecoder().decode(event.data)
    : event.kind === 'control'
      ? event.control
      : ''

/** What was read, noise left out: where it is reported depends on where the line cut it. */
const readIn = (pieces: readonly Uint8Array[], largest = 90): readonly string[] => {
  const reader = new StxEtxReader(largest)
  return pieces.flatMap((piece) => reader.feed(piece).map(text)).filter((each) => each !== '')
}

/** Cuts anywhere, by sizes that are used in turn. */
function cut(bytes: Uint8Array, sizes: readonly number[]): Uint8Array[] {
  const pieces: Uint8Array[] = []
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1
    pieces.push(bytes.subarray(at, at + size))
    at += size
  }
  return pieces
}

const join = (parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]))
const controlName = fc.constantFrom('ENQ', 'ACK', 'NAK', 'EOT')
const frameText = fc.stringMatching(/^[ -~]{0,90}$/)
const part = fc.oneof(
  controlName,
  frameText.map((data) => `:${data}`),
)
const encode = (each: string): Uint8Array =>
  each.startsWith(':')
    ? stxEtxFrame(ascii(each.slice(1)))
    : Uint8Array.of(controlByte[each as keyof typeof controlByte])
const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 8 })

describe('STX … ETX LRC', () => {
  test('a frame is STX, data, ETX and the exclusive or of data and ETX', () => {
    expect([...stxEtxFrame(ascii('07'))]).toEqual([0x02, 0x30, 0x37, 0x03, 0x04])
  })

  test('an LRC that looks like a control byte is still the LRC', () => {
    const frame = stxEtxFrame(ascii('01'))
    expect(frame.at(-1)).toBe(0x02)
    expect(readIn([frame, Uint8Array.of(controlByte.EOT)])).toEqual(['01', 'EOT'])
  })

  test('what was written is read, however the line cuts it', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), sizes, (parts, cuts) => {
        const expected = parts.map((each) => (each.startsWith(':') ? each.slice(1) : each))
        const wire = join(parts.map(encode))
        expect(readIn(cut(wire, cuts))).toEqual(expected.filter((each) => each !== ''))
      }),
    )
  })

  test('after any noise the next frame is read, once the noise has ended', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), frameText, sizes, (noise, data, cuts) => {
        // EOT ends whatever the noise began, but for an LRC: hence two.
        const wire = join([noise, Uint8Array.of(controlByte.EOT, controlByte.EOT), stxEtxFrame(ascii(data))])
        expect(readIn(cut(wire, cuts)).at(-1)).toBe(data === '' ? 'EOT' : data)
      }),
    )
  })

  test('any single byte changed on the way is noticed: no frame with other data comes out of it', () => {
    fc.assert(
      fc.property(frameText, fc.nat(), fc.integer({ min: 1, max: 255 }), (data, place, change) => {
        const frame = stxEtxFrame(ascii(data))
        const at = place % frame.length
        frame[at] = (frame[at] ?? 0) ^ change
        const frames = new StxEtxReader(90).feed(frame).filter(({ kind }) => kind === 'frame')
        expect(frames).toEqual([])
      }),
    )
  })

  test('a frame that never ends costs no memory, and is told as what it is', () => {
    const reader = new StxEtxReader(90)
    const events = [...reader.feed(Uint8Array.of(0x02)), ...reader.feed(new Uint8Array(100_000).fill(0x41))]
    expect(events).toEqual([{ kind: 'discarded', bytes: 100_001 }])
    expect(readIn([Uint8Array.of(0x02), new Uint8Array(91).fill(0x41), encode('ENQ')])).toEqual(['ENQ'])
  })

  test('every byte is accounted for: in a frame, as a control byte, or as discarded', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), sizes, (noise, cuts) => {
        const reader = new StxEtxReader(90)
        const events = cut(noise, cuts).flatMap((piece) => reader.feed(piece))
        const told = events.reduce(
          (sum, event) =>
            sum +
            (event.kind === 'control' ? 1 : event.kind === 'frame' ? event.data.length + 3 : event.bytes),
          0,
        )
        const pending = reader.abandon()
        expect(told + pending).toBe(noise.length)
        expect(pending).toBeLessThanOrEqual(92)
      }),
    )
  })
})
