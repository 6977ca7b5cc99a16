import { createCipheriv, createDecipheriv } from 'node:crypto'

/**
 * Derived unique keys (ANS X9.24-1:2009 annex A), for simulated readers and for tests that look into what they
 * sent. The till has nothing of the kind: it cannot decrypt.
 */

/** The base key that every manual of every reader publishes; no money was ever behind it. */
export const testBaseKey = Buffer.from('0123456789ABCDEFFEDCBA9876543210', 'hex')

const registerMask = Buffer.from('C0C0C0C000000000C0C0C0C000000000', 'hex')
/** What the derived key is XORed with for each use (annex A.4, and ID TECH's and MagTek's manuals). */
const variants = {
  pin: Buffer.from('00000000000000FF00000000000000FF', 'hex'),
  data: Buffer.from('0000000000FF00000000000000FF0000', 'hex'),
} as const

/** The key of one transaction. @param ksn ten bytes, counter in the last 21 bits */
export function derivedKey(baseKey: Buffer, ksn: Buffer): Buffer {
  const initialKsn = Buffer.from(ksn.subarray(0, 8))
  initialKsn[7] = (initialKsn[7] ?? 0) & 0xe0
  let key = Buffer.concat([tdes(baseKey, initialKsn), tdes(xor(baseKey, registerMask), initialKsn)])
  const register = Buffer.from(ksn.subarray(2))
  const counter = register.readUIntBE(5, 3) & 0x1fffff
  register.writeUIntBE(register.readUIntBE(5, 3) & 0xe00000, 5, 3)
  for (let bit = 20; bit >= 0; bit--) {
    if (((counter >> bit) & 1) === 0) continue
    register.writeUIntBE(register.readUIntBE(5, 3) | (1 << bit), 5, 3)
    key = Buffer.concat([half(xor(key, registerMask), register), half(key, register)])
  }
  return key
}

/** MagTek: the derived key with its PIN variant. */
export const pinVariantKey = (baseKey: Buffer, ksn: Buffer): Buffer =>
  xor(derivedKey(baseKey, ksn), variants.pin)

/** ID TECH: the data variant, each half encrypted under the whole of it (SecureMag manual §10.3). */
export function dataKey(baseKey: Buffer, ksn: Buffer): Buffer {
  const variant = xor(derivedKey(baseKey, ksn), variants.data)
  return Buffer.concat([tdes(variant, variant.subarray(0, 8)), tdes(variant, variant.subarray(8))])
}

/** CBC from a vector of zeros, text padded with zeros to whole blocks. */
export function encryptChain(cipher: 'tdes' | 'aes', key: Buffer, clear: Buffer): Buffer {
  const { name, block } = ciphers[cipher]
  const padded = Buffer.alloc(Math.ceil(clear.length / block) * block)
  clear.copy(padded)
  const engine = createCipheriv(name, key, Buffer.alloc(block)).setAutoPadding(false)
  return Buffer.concat([engine.update(padded), engine.final()])
}

/** The inverse, padding left on. @param secret whole blocks. @throws where they are not */
export function decryptChain(cipher: 'tdes' | 'aes', key: Buffer, secret: Buffer): Buffer {
  const { name, block } = ciphers[cipher]
  const engine = createDecipheriv(name, key, Buffer.alloc(block)).setAutoPadding(false)
  return Buffer.concat([engine.update(secret), engine.final()])
}

const ciphers = { tdes: { name: 'des-ede-cbc', block: 8 }, aes: { name: 'aes-128-cbc', block: 16 } } as const

/** One half of the next key: annex A's "non-reversible key generation". */
function half(key: Buffer, register: Buffer): Buffer {
  const [left, right] = [key.subarray(0, 8), key.subarray(8)]
  // Single DES, which no library offers any more, is triple DES under the same key three times.
  return xor(tdes(Buffer.concat([left, left]), xor(register, right)), right)
}

function tdes(key: Buffer, block: Buffer): Buffer {
  const engine = createCipheriv('des-ede-ecb', key, null).setAutoPadding(false)
  return Buffer.concat([engine.update(block), engine.final()])
}

const xor = (a: Buffer, b: Buffer): Buffer => Buffer.from(a.map((byte, i) => byte ^ (b[i] ?? 0)))
