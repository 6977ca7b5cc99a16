import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTlvs, writeTlv } from './tlv.ts'

const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text.replace(/\s/g, ''), 'hex'))
const shown = (bytes: Uint8Array, marks?: readonly number[]) => {
  const read = readTlvs(bytes, marks)
  return read.ok
    ? read.value.map(({ tag, value, mark }) => [tag, Buffer.from(value).toString('hex'), mark])
    : read.error
}

test('reads tags of one, two and three bytes and lengths of every form', () => {
  expect(shown(hex('9C 01 00 5F2A 02 0504 DFEE12 0A 62994901190000000001'))).toEqual([
    ['9C', '00', null],
    ['5F2A', '0504', null],
    ['DFEE12', '62994901190000000001', null],
  ])
  expect(readTlvs(hex(`DFEE23 82 0103 ${'ab'.repeat(0x103)}`))).toMatchObject({
    ok: true,
    value: [{ tag: 'DFEE23' }],
  })
  expect(readTlvs(hex(`57 81 80 ${'ab'.repeat(0x80)} 00 00`))).toMatchObject({
    ok: true,
    value: [{ tag: '57' }],
  })
})

test('a maker’s mark stands before the length only where it was said to', () => {
  const masked = hex('5A A1 08 4761CCCCCCCC0010 5A C1 02 ABCD')
  expect(shown(masked, [0xa1, 0xc1])).toEqual([
    ['5A', '4761cccccccc0010', 0xa1],
    ['5A', 'abcd', 0xc1],
  ])
  expect(shown(masked)).toBe('badLength')
})

test.each([
  ['5F', 'truncated'],
  ['9F8182838401', 'badTag'],
  ['5A', 'truncated'],
  ['5A 08 4761', 'truncated'],
  ['5A 82 01', 'truncated'],
  ['5A 80 00 00', 'badLength'],
  ['5A 84 00000001 00', 'badLength'],
])('%s is %s', (bytes, fault) => {
  expect(shown(hex(bytes))).toBe(fault)
})

test('what is written is read again, and no bytes at all make it throw', () => {
  const objects = fc.array(
    fc.tuple(fc.constantFrom('9C', '5A', '9F02', '5F2A', 'DFEE23'), fc.uint8Array({ maxLength: 700 })),
    { maxLength: 6 },
  )
  fc.assert(
    fc.property(objects, (all) => {
      const bytes = Uint8Array.from(all.flatMap(([tag, value]) => [...writeTlv(tag, value)]))
      expect(shown(bytes)).toEqual(all.map(([tag, value]) => [tag, Buffer.from(value).toString('hex'), null]))
    }),
    { numRuns: 100 },
  )
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void readTlvs(bytes, [0xa1, 0xc1])))
})
