import { expect, test } from 'vitest'
import { isMacWanted, sealOf } from './mac.ts'

const hex = (text: string): Buffer => Buffer.from(text, 'hex')

test.each([
  // One block by single DES: "Now is t" under 0123456789ABCDEF (FIPS 81, table B1).
  ['des-cbc', '0123456789ABCDEF', '4E6F772069732074', '3FA40E8A984D4815'],
  // The same by triple DES under three times that key.
  ['tdes-cbc', '0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF', '4E6F772069732074', '3FA40E8A984D4815'],
  // ISO 9797-1 annex: "Now is the time for all " under MAC algorithm 3, padding method 1.
  [
    'retail',
    '0123456789ABCDEFFEDCBA9876543210',
    '4E6F77206973207468652074696D6520666F7220616C6C20',
    'A1C72E74EA3FA9B6',
  ],
  // RFC 4493 §4, examples 1 to 3, the first eight bytes.
  ['aes-cmac', '2b7e151628aed2a6abf7158809cf4f3c', '', 'BB1D6929E9593728'],
  ['aes-cmac', '2b7e151628aed2a6abf7158809cf4f3c', '6bc1bee22e409f96e93d7e117393172a', '070A16B46B4D4144'],
  [
    'aes-cmac',
    '2b7e1516 28aed2a6 abf71588 09cf4f3c',
    '6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e5130c81c46a35ce411',
    'DFA66747DE9AE630',
  ],
] as const)('%s under a published key', (algorithm, key, message, mac) => {
  const seal = sealOf(algorithm, key)
  expect(seal.of(hex(message)).toString('hex').toUpperCase()).toBe(mac)
  expect(seal.isOf(hex(message), hex(mac))).toBe(true)
  expect(seal.isOf(hex(`${message}00aa`), hex(mac))).toBe(false)
})

test('what is no key of its algorithm is refused, and none of it is in the words', () => {
  expect(() => sealOf('retail', '0123456789ABCDEF')).toThrow(/a key for retail has 16 bytes/)
  expect(() => sealOf('aes-cmac', 'secret words')).toThrow(/^(?!.*secret).*hexadecimal digits$/)
})

test('types with a MAC may be named one by one, or by how they begin', () => {
  const mac = { algorithm: 'retail', on: ['05*', '0320'] } as const
  expect(['0500', '0510', '0320', '0330'].map((mti) => isMacWanted(mti, mac))).toEqual([
    true,
    true,
    true,
    false,
  ])
  expect(isMacWanted('0500', null)).toBe(false)
})
