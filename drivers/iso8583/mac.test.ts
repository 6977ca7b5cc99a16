import { expect, test } from 'vitest'
import { aesCmac, sealWith } from './mac.ts'

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex').toUpperCase()
const bytes = (digits: string): Uint8Array => Buffer.from(digits, 'hex')
const text = (words: string): Uint8Array => Buffer.from(words, 'ascii')

const single = '0123456789ABCDEF'
const double = '0123456789ABCDEFFEDCBA9876543210'

test.each([
  // ISO/IEC 9797-1:1999 annex A, padding method 1: algorithm 1 and algorithm 3.
  ['des-cbc', single, 'Now is the time for all ', '70A30640CC76DD8B'],
  ['retail', double, 'Now is the time for all ', 'A1C72E74EA3FA9B6'],
  // FIPS 113 appendix 2: a last block that is filled with zeros.
  ['des-cbc', single, '7654321 Now is the time for ', 'F1D30F6849312CA4'],
  // One block is the block cipher itself: NIST SP 800-67 appendix B.1.
  ['tdes-cbc', '0123456789ABCDEF23456789ABCDEF01456789ABCDEF0123', 'The qufc', 'A826FD8CE53B855F'],
  ['des-cbc', single, 'Now is t', '3FA40E8A984D4815'],
] as const)('%s with %s of "%s"', (algorithm, key, message, mac) => {
  expect(hex(sealWith(algorithm, key)(text(message)))).toBe(mac)
})

test('triple DES chains as single DES does: twice the same key is it', () => {
  const message = text('7654321 Now is the time for ')
  expect(hex(sealWith('tdes-cbc', single + single)(message))).toBe('F1D30F6849312CA4')
  expect(hex(sealWith('retail', single + single)(message))).toBe('F1D30F6849312CA4')
})

test('a MAC of one block, or of nothing, by two keys', () => {
  const triple = sealWith('tdes-cbc', double)
  const retail = sealWith('retail', double)
  for (const short of ['', 'One of 8']) expect(hex(retail(text(short)))).toBe(hex(triple(text(short))))
})

/** RFC 4493 §4: prefixes of one message. */
const rfcMessage = bytes(
  '6BC1BEE22E409F96E93D7E117393172AAE2D8A571E03AC9C9EB76FAC45AF8E51' +
    '30C81C46A35CE411E5FBC1191A0A52EFF69F2445DF4F9B17AD2B417BE66C3710',
)
const rfcKey = '2B7E151628AED2A6ABF7158809CF4F3C'

test.each([
  [rfcKey, 0, 'BB1D6929E95937287FA37D129B756746'],
  [rfcKey, 16, '070A16B46B4D4144F79BDD9DD04A287C'],
  [rfcKey, 40, 'DFA66747DE9AE63030CA32611497C827'],
  [rfcKey, 64, '51F0BEBF7E3B9D92FC49741779363CFE'],
  // NIST SP 800-38B appendix D.3: a key of 32 bytes.
  ['603DEB1015CA71BE2B73AEF0857D77811F352C073B6108D72D9810A30914DFF4', 0, '028962F61B7BF89EFC6B551F4667D983'],
  [
    '603DEB1015CA71BE2B73AEF0857D77811F352C073B6108D72D9810A30914DFF4',
    16,
    '28A7023F452E8F82BD4BF28D8C37C35C',
  ],
])('AES-CMAC with %s of %i bytes', (key, length, mac) => {
  const message = rfcMessage.subarray(0, length)
  expect(hex(aesCmac(bytes(key), message))).toBe(mac)
  expect(hex(sealWith('aes-cmac', key)(message))).toBe(mac.slice(0, 16))
})

test('a key file may have blanks and a line end', () => {
  const message = text('Now is the time for all ')
  expect(hex(sealWith('retail', ' 01234567 89ABCDEF\n fedcba98 76543210\n')(message))).toBe(
    'A1C72E74EA3FA9B6',
  )
})

test.each([
  ['retail', single],
  ['des-cbc', double],
  ['tdes-cbc', single],
  ['aes-cmac', single],
  ['retail', `${double.slice(1)}G`],
  ['retail', ''],
] as const)('%s refuses what is no key of it, and does not say it', (algorithm, key) => {
  const making = () => sealWith(algorithm, key)
  expect(making).toThrow(RangeError)
  if (key !== '') expect(making).not.toThrow(key.slice(0, 8))
})
