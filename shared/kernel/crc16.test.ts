import { expect, test } from 'vitest'
import { crc16CcittFalse, crc16Kermit } from './crc16.ts'

const digits = new TextEncoder().encode('123456789')

test('both give the published check values', () => {
  expect(crc16CcittFalse(digits)).toBe(0x29b1)
  expect(crc16Kermit(digits)).toBe(0x2189)
})

test('a CRC can be gone on with', () => {
  expect(crc16Kermit(digits.subarray(4), crc16Kermit(digits.subarray(0, 4)))).toBe(0x2189)
})
