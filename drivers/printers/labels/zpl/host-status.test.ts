import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { faultOf, type HostStatus, HostStatusReader, isIdle } from './host-status.ts'

/** As a ZD421 sends it, idle. */
const idle =
  '\x02030,0,0,0240,000,0,0,0,000,0,0,0\x03\r\n\x02000,0,0,0,0,2,4,0,00000000,1,000\x03\r\n\x021234,0\x03\r\n'
const bytes = (text: string) => Buffer.from(text, 'latin1')
const readAll = (text: string) => new HostStatusReader().read(bytes(text))
const [quiet] = readAll(idle)
if (quiet === undefined) throw new Error('not read')

test('reads the three lines', () => {
  expect(quiet).toEqual({
    paperOut: false,
    paused: false,
    formats: 0,
    partial: false,
    tooHot: false,
    headUp: false,
    ribbonOut: false,
    remaining: 0,
  })
  const [busy] = readAll(
    idle
      .replace(',0,0,0240,000,0,0,0', ',1,1,0240,003,0,0,1')
      .replace(',0,0,0,0,2', ',0,1,1,1,2')
      .replace('00000000', '00000017'),
  )
  expect(busy).toMatchObject({ paperOut: true, paused: true, formats: 3, partial: true })
  expect(busy).toMatchObject({ headUp: true, ribbonOut: true, remaining: 17 })
})

test('in any pieces, and whatever stands around it', () => {
  const noise = fc.stringMatching(/^[ -~]{0,20}$/)
  fc.assert(
    fc.property(noise, noise, fc.array(fc.nat(idle.length), { maxLength: 6 }), (before, between, cuts) => {
      const stream = bytes(before + idle + between + idle)
      const reader = new HostStatusReader()
      const ends = [...cuts.sort((a, b) => a - b), stream.length]
      const found = ends.flatMap((end, i) => reader.read(stream.subarray(ends[i - 1] ?? 0, end)))
      expect(found).toEqual([quiet, quiet])
      expect(reader.discarded).toBe(before.length + between.length)
    }),
  )
})

test('a line without end does not fill memory, and the next answer is read', () => {
  const reader = new HostStatusReader()
  reader.read(bytes(`\x02${'9'.repeat(1_000_000)}`))
  expect(reader.discarded).toBe(1_000_000)
  expect(reader.read(bytes(idle))).toEqual([quiet])
})

describe('what a person should mend first', () => {
  test.each<[string, Partial<HostStatus>, string | null]>([
    ['nothing', {}, null],
    [
      'an open head, which also pauses and shows no paper',
      { headUp: true, paperOut: true, paused: true },
      'coverOpen',
    ],
    ['an empty roll, which also pauses', { paperOut: true, paused: true }, 'paperOut'],
    ['a pause', { paused: true }, 'offline'],
    ['a ribbon at its end', { ribbonOut: true }, 'offline'],
    ['a hot head', { tooHot: true }, 'offline'],
  ])('%s', (_what, said, fault) => {
    expect(faultOf({ ...quiet, ...said })).toBe(fault)
  })
})

test.each<[Partial<HostStatus>, boolean]>([
  [{}, true],
  [{ formats: 1 }, false],
  [{ remaining: 1 }, false],
  [{ partial: true }, false],
])('%j is idle: %s', (said, expected) => {
  expect(isIdle({ ...quiet, ...said })).toBe(expected)
})
