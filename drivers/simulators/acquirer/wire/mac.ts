import { createCipheriv, createDecipheriv } from 'node:crypto'
import type { HostMac } from './host-dialect.ts'

/** A MAC of eight bytes, with the key inside. */
export interface Seal {
  of(message: Uint8Array): Buffer
  isOf(message: Uint8Array, mac: Uint8Array): boolean
}

export const isMacWanted = (mti: string, mac: HostMac | null): boolean =>
  mac?.on.some((type) => (type.endsWith('*') ? mti.startsWith(type.slice(0, -1)) : mti === type)) ?? false

const keyBytes: Readonly<Record<HostMac['algorithm'], readonly number[]>> = {
  retail: [16],
  'tdes-cbc': [16, 24],
  'des-cbc': [8],
  'aes-cmac': [16, 24, 32],
}

/** @param key hexadecimal digits, blanks between them allowed @throws RangeError when it is none for this algorithm */
export function sealOf(algorithm: HostMac['algorithm'], key: string): Seal {
  const bytes = Buffer.from(key.replace(/\s+/g, ''), 'hex')
  const lengths = keyBytes[algorithm]
  if (!/^[0-9A-Fa-f\s]+$/.test(key) || !lengths.includes(bytes.length)) {
    throw new RangeError(
      `a key for ${algorithm} has ${lengths.join(' or ')} bytes, written as hexadecimal digits`,
    )
  }
  const of = (message: Uint8Array): Buffer => macs[algorithm](bytes, message)
  return { of, isOf: (message, mac) => of(message).equals(mac) }
}

const macs: Readonly<Record<HostMac['algorithm'], (key: Buffer, message: Uint8Array) => Buffer>> = {
  /** ANSI X9.9: OpenSSL keeps single DES locked away, and three times the same key is the same. */
  'des-cbc': (key, message) =>
    chain((block) => encryptDes(Buffer.concat([key, key, key]), block), message, 8),
  /** ISO 16609. */
  'tdes-cbc': (key, message) => chain((block) => encryptDes(triple(key), block), message, 8),
  /** ANSI X9.19, ISO 9797-1 algorithm 3: the last block is opened with the second half and closed with the first. */
  retail(key, message) {
    const [left, right] = [key.subarray(0, 8), key.subarray(8)].map((half) =>
      Buffer.concat([half, half, half]),
    )
    if (left === undefined || right === undefined) throw new RangeError('half a key')
    const last = chain((block) => encryptDes(left, block), message, 8)
    return encryptDes(left, decryptDes(right, last))
  },
  /** RFC 4493; the first eight bytes of it. */
  'aes-cmac': (key, message) => cmac(key, message).subarray(0, 8),
}

const triple = (key: Buffer): Buffer => (key.length === 24 ? key : Buffer.concat([key, key.subarray(0, 8)]))

function encryptDes(key: Buffer, block: Buffer): Buffer {
  return createCipheriv('des-ede3-ecb', key, null).setAutoPadding(false).update(block)
}

function decryptDes(key: Buffer, block: Buffer): Buffer {
  return createDecipheriv('des-ede3-ecb', key, null).setAutoPadding(false).update(block)
}

/** Each block into the next; the last one is filled with zeros (ISO 9797-1 padding method 1). */
function chain(encrypt: (block: Buffer) => Buffer, message: Uint8Array, size: number): Buffer {
  let state: Buffer = Buffer.alloc(size)
  for (let at = 0; at < Math.max(message.length, 1); at += size) {
    state = encrypt(xor(state, message.subarray(at, at + size)))
  }
  return state
}

/** As long as the first; the second ends in zeros. */
const xor = (a: Uint8Array, b: Uint8Array): Buffer =>
  Buffer.from(a.map((byte, index) => byte ^ (b[index] ?? 0)))

function cmac(key: Buffer, message: Uint8Array): Buffer {
  const encrypt = (block: Uint8Array): Buffer =>
    createCipheriv(`aes-${key.length * 8}-ecb`, key, null)
      .setAutoPadding(false)
      .update(block)
  const whole = message.length > 0 && message.length % 16 === 0
  const once = doubled(encrypt(Buffer.alloc(16)))
  const full = whole ? Buffer.from(message) : filled(message)
  const tail = xor(whole ? once : doubled(once), full.subarray(-16))
  return chain(encrypt, Buffer.concat([full.subarray(0, -16), tail]), 16)
}

/** RFC 4493 §2.4: a one and zeros, up to a whole block. */
function filled(message: Uint8Array): Buffer {
  const full = Buffer.alloc(16 * (Math.floor(message.length / 16) + 1))
  full.set(message)
  full[message.length] = 0x80
  return full
}

/** RFC 4493 §2.3: times two in a field of 2¹²⁸. */
function doubled(block: Buffer): Buffer {
  const value = BigInt(`0x${block.toString('hex')}`)
  const shifted = (value << 1n) & ((1n << 128n) - 1n)
  const carried = value >> 127n === 1n ? shifted ^ 0x87n : shifted
  return Buffer.from(carried.toString(16).padStart(32, '0'), 'hex')
}
