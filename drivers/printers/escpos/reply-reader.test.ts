import fc from 'fast-check'
import { expect, test } from 'vitest'
import { conditionOf, conditionOfAutomatic } from './condition.ts'
import { type Reply, ReplyReader } from './reply-reader.ts'

const read = (...bytes: number[]): readonly Reply[] => new ReplyReader().read(Uint8Array.from(bytes))

test('an answer to DLE EOT, an automatic status, a process id', () => {
  expect(read(0x12)).toEqual([{ kind: 'status', byte: 0x12 }])
  expect(read(0x1a, 0x32)).toEqual([
    { kind: 'status', byte: 0x1a },
    { kind: 'status', byte: 0x32 },
  ])
  expect(read(0x14, 0x00, 0x00, 0x0f)).toEqual([{ kind: 'automatic', bytes: [0x14, 0, 0, 0x0f] }])
  expect(read(0x37, 0x22, 0x30, 0x30, 0x34, 0x32, 0x00)).toEqual([{ kind: 'processId', id: '0042' }])
})

test('XOFF between the bytes of an answer is not part of it', () => {
  expect(read(0x10, 0x13, 0x00, 0x11, 0x0c, 0x0f)).toEqual([
    { kind: 'flow', xoff: true },
    { kind: 'flow', xoff: false },
    { kind: 'automatic', bytes: [0x10, 0x00, 0x0c, 0x0f] },
  ])
})

test('what breaks off loses nothing behind it', () => {
  expect(read(0x10, 0x00, 0x12)).toEqual([
    { kind: 'other', byte: 0x10 },
    { kind: 'other', byte: 0x00 },
    { kind: 'status', byte: 0x12 },
  ])
  expect(read(0x37, 0x12)).toEqual([
    { kind: 'other', byte: 0x37 },
    { kind: 'status', byte: 0x12 },
  ])
})

test('however the bytes are cut, the replies are the same, and every byte is in one of them', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), fc.integer({ min: 1, max: 7 }), (bytes, size) => {
      const whole = new ReplyReader().read(bytes)
      const reader = new ReplyReader()
      const pieces: Reply[] = []
      for (let at = 0; at < bytes.length; at += size)
        pieces.push(...reader.read(bytes.subarray(at, at + size)))
      expect(pieces).toEqual(whole)
    }),
  )
})

test.each([
  [
    { printer: 0x12, offline: 0x12, error: 0, paper: 0x12 },
    { fault: null, paperLow: false },
  ],
  [
    { printer: 0x12, offline: 0x12, error: 0, paper: 0x1e },
    { fault: null, paperLow: true },
  ],
  [
    { printer: 0x1a, offline: 0x32, error: 0, paper: 0x7e },
    { fault: 'paperOut', paperLow: true },
  ],
  [
    { printer: 0x1a, offline: 0x36, error: 0, paper: 0x72 },
    { fault: 'coverOpen', paperLow: false },
  ],
  [
    { printer: 0x1a, offline: 0x52, error: 0x1a, paper: 0x12 },
    { fault: 'cutter', paperLow: false },
  ],
  [
    { printer: 0x1a, offline: 0x52, error: 0x32, paper: 0x12 },
    { fault: 'offline', paperLow: false },
  ],
  [
    { printer: 0x1a, offline: 0x12, error: 0, paper: 0x12 },
    { fault: 'offline', paperLow: false },
  ],
] as const)('DLE EOT answers %j mean %j', (status, condition) => {
  expect(conditionOf(status)).toMatchObject(condition)
})

test.each([
  [[0x10, 0, 0, 0x0f], { fault: null, paperLow: false }],
  [[0x18, 0, 0x0f, 0x0f], { fault: 'paperOut', paperLow: true }],
  [[0x38, 0, 0, 0x0f], { fault: 'coverOpen', paperLow: false }],
  [[0x18, 0x08, 0, 0x0f], { fault: 'cutter', paperLow: false }],
  [[0x18, 0x00, 0, 0x0f], { fault: 'offline', paperLow: false }],
] as const)('automatic status %j means %j', (bytes, condition) => {
  expect(conditionOfAutomatic(bytes)).toMatchObject(condition)
})

test('a jammed cutter can be recovered from, a broken one and an open cover cannot', () => {
  const healthy = { printer: 0x1a, offline: 0x52, error: 0x12, paper: 0x12 }
  expect(conditionOf({ ...healthy, error: 0x1a }).recoverable).toBe(true)
  expect(conditionOf({ ...healthy, error: 0x3a }).recoverable).toBe(false)
  expect(conditionOf({ ...healthy, offline: 0x16, error: 0 }).recoverable).toBe(false)
  expect(conditionOfAutomatic([0x18, 0x08, 0, 0x0f]).recoverable).toBe(true)
})
