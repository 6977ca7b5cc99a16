import fc from 'fast-check'
import { expect, test } from 'vitest'
import { conditionOf } from './condition.ts'
import { countAfter } from './star-talk.ts'
import { type StarReply, StatusReader } from './status-reader.ts'

const read = (...bytes: number[]): readonly StarReply[] => new StatusReader().read(Uint8Array.from(bytes))
const healthy = [0x23, 0x06, 0, 0, 0, 0, 0, 0, 0]

test('automatic status is as long as its first byte says', () => {
  expect(read(...healthy)).toEqual([{ kind: 'status', bytes: healthy }])
  const long = [0x25, 0x06, ...Array(8).fill(0)]
  expect(read(...long, ...healthy)).toEqual([
    { kind: 'status', bytes: long },
    { kind: 'status', bytes: healthy },
  ])
})

test('XOFF between the bytes of a status is not part of it', () => {
  expect(read(0x23, 0x13, 0x06, 0, 0, 0, 0, 0x11, 0, 0, 0)).toEqual([
    { kind: 'flow', xoff: true },
    { kind: 'flow', xoff: false },
    { kind: 'status', bytes: healthy },
  ])
})

test('a status that breaks off gives way to the next', () => {
  expect(read(0x23, 0x06, 0, ...healthy)).toEqual([
    { kind: 'other', byte: 0x23 },
    { kind: 'other', byte: 0x06 },
    { kind: 'other', byte: 0 },
    { kind: 'status', bytes: healthy },
  ])
})

test('however the bytes are cut, the replies are the same', () => {
  const bytes = fc.array(fc.oneof(fc.integer({ min: 0, max: 255 }), fc.constantFrom(...healthy)), {
    maxLength: 60,
  })
  fc.assert(
    fc.property(bytes, fc.integer({ min: 1, max: 7 }), (all, size) => {
      const reader = new StatusReader()
      const pieces: StarReply[] = []
      for (let at = 0; at < all.length; at += size)
        pieces.push(...reader.read(Uint8Array.from(all.slice(at, at + size))))
      expect(pieces).toEqual(read(...all))
    }),
  )
})

const changed = (at: number, byte: number): number[] => healthy.map((each, i) => (i === at ? byte : each))

test.each([
  ['nothing', healthy, null, false],
  [
    'an open cover, which is offline and out of paper too',
    [0x23, 6, 0x28, 0, 0, 0x08, 0, 0, 0],
    'coverOpen',
    false,
  ],
  ['no paper', [0x23, 6, 0x08, 0, 0, 0x0e, 0, 0, 0], 'paperOut', true],
  ['a jammed cutter', [0x23, 6, 0x08, 0x08, 0, 0, 0, 0, 0], 'cutter', false],
  ['a hot head', changed(3, 0x40), 'offline', false],
  ['an error of its mechanism', changed(3, 0x04), 'offline', false],
  ['offline by its switch', changed(2, 0x40), 'offline', false],
  ['paper near its end', changed(5, 0x04), null, true],
  ['a closed drawer switch', changed(2, 0x04), null, false],
] as const)('%s', (_what, bytes, fault, paperLow) => {
  expect(conditionOf(bytes)).toMatchObject({ fault, paperLow })
})

test('the ETB counter is five bits in two places', () => {
  expect(conditionOf(changed(7, 0x0e)).printed).toBe(7)
  expect(conditionOf(changed(7, 0x20)).printed).toBe(8)
  expect(conditionOf(changed(7, 0x6e)).printed).toBe(31)
})

test('no job waits for a count of a printer that was switched on anew', () => {
  for (let printed = 0; printed < 32; printed++) {
    const { before, reached } = countAfter(printed)
    expect((printed + before + 1) % 32).toBe(reached)
    const underway = Array.from({ length: before + 1 }, (_, i) => (printed + i) % 32)
    expect([0, 1, ...underway]).not.toContain(reached)
  }
})
