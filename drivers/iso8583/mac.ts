import { createCipheriv } from 'node:crypto'
import type { MacRule } from './dialect.ts'

/** The eight bytes of the MAC field over a message without them. */
export type Seal = (message: Uint8Array) => Uint8Array

type Algorithm = MacRule['algorithm']

/** Bytes a key may have. */
const keyLengths: Readonly<Record<Algorithm, readonly number[]>> = {
  'des-cbc': [8],
  retail: [16],
  'tdes-cbc': [16, 24],
  'aes-cmac': [16, 24, 32],
}

/**
 * @param keyHex as a key file holds it; blanks around and inside do not count
 * @throws RangeError for what is no key of this algorithm; nothing of it is in the words
 */
export function sealWith(algorithm: Algorithm, keyHex: string): Seal {
  const digits = keyHex.replace(/\s/g, '')
  const lengths = keyLengths[algorithm]
  if (!/^[0-9A-Fa-f]*$/.test(digits) || !lengths.includes(digits.length / 2))
    throw new RangeError(`a key of ${algorithm} is ${lengths.map((n) => 2 * n).join(' or ')} hex digits`)
  const key = Buffer.from(digits, 'hex')
  switch (algorithm) {
    case 'des-cbc':
      return tripleDesSeal(thrice(key))
    case 'tdes-cbc':
      return tripleDesSeal(tripleKey(key))
    case 'retail':
      return retailSeal(key)
    case 'aes-cmac':
      return (message) => aesCmac(key, message).subarray(0, desBlock)
  }
}

const desBlock = 8
const aesBlock = 16

/** Node's OpenSSL has no single DES; three times the same key is it. */
const thrice = (key: Buffer): Buffer => Buffer.concat([key, key, key])

/** Of sixteen bytes the first eight come again. */
const tripleKey = (key: Buffer): Buffer =>
  key.length === 24 ? key : Buffer.concat([key, key.subarray(0, 8)])

/** Filled with zeros to whole blocks (ISO 9797-1 padding method 1); an empty message to one. */
function blocksOf(message: Uint8Array): Uint8Array {
  const blocks = new Uint8Array(Math.max(1, Math.ceil(message.length / desBlock)) * desBlock)
  blocks.set(message)
  return blocks
}

const desCbc = (key: Uint8Array, iv: Uint8Array, blocks: Uint8Array): Buffer =>
  createCipheriv('des-ede3-cbc', key, iv).setAutoPadding(false).update(blocks)

const noBlock = new Uint8Array(desBlock)

/** CBC-MAC: the last block (ISO 9797-1 algorithm 1; ISO 16609 with triple DES, X9.9 with single). */
const tripleDesSeal =
  (key: Buffer): Seal =>
  (message) =>
    desCbc(key, noBlock, blocksOf(message)).subarray(-desBlock)

/**
 * X9.19, ISO 9797-1 algorithm 3: single DES by the first half of the key, and its last block by both halves, which is
 * what triple DES does with them.
 */
function retailSeal(key: Buffer): Seal {
  const first = thrice(key.subarray(0, 8))
  const both = tripleKey(key)
  return (message) => {
    const blocks = blocksOf(message)
    const chained = blocks.subarray(0, -desBlock)
    const iv = chained.length === 0 ? noBlock : desCbc(first, noBlock, chained).subarray(-desBlock)
    return desCbc(both, iv, blocks.subarray(-desBlock))
  }
}

/** RFC 4493, also with keys of 24 and 32 bytes (NIST SP 800-38B). @returns all sixteen bytes */
export function aesCmac(key: Uint8Array, message: Uint8Array): Uint8Array {
  const cbc = (blocks: Uint8Array): Buffer =>
    createCipheriv(`aes-${key.length * 8}-cbc`, key, new Uint8Array(aesBlock))
      .setAutoPadding(false)
      .update(blocks)
  const whole = message.length > 0 && message.length % aesBlock === 0
  const blocks = new Uint8Array(Math.max(1, Math.ceil(message.length / aesBlock)) * aesBlock)
  blocks.set(message)
  if (!whole) blocks[message.length] = 0x80
  const one = doubled(cbc(new Uint8Array(aesBlock)))
  const subkey = whole ? one : doubled(one)
  const last = blocks.subarray(-aesBlock)
  for (let index = 0; index < aesBlock; index++) last[index] = (last[index] ?? 0) ^ (subkey[index] ?? 0)
  return cbc(blocks).subarray(-aesBlock)
}

/** Times two in GF(2¹²⁸), RFC 4493 §2.3. */
function doubled(block: Uint8Array): Uint8Array {
  const carried = ((block[0] ?? 0) & 0x80) !== 0
  const result = block.map((byte, index) => (byte << 1) | ((block[index + 1] ?? 0) >> 7))
  if (carried) result[aesBlock - 1] = (result[aesBlock - 1] ?? 0) ^ 0x87
  return result
}
