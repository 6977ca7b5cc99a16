import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  pbkdf2Sync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'
import { type JsonObject, objectAt, textAt, type WrittenObject } from './json.ts'

/** The key shared with the terminal, as set up at the acquirer. */
export interface SharedKey {
  readonly keyIdentifier: string
  /** [0, 999] */
  readonly keyVersion: number
  readonly passphrase: string
}

export interface KeyMaterial {
  readonly hmacKey: Uint8Array
  readonly cipherKey: Uint8Array
  readonly ivMask: Uint8Array
}

const ivBytes = 16
/** The only version of the trailer there is. */
const cryptoVersion = 1

/**
 * Adyen's derivation: PBKDF2 with HMAC-SHA-1, 4000 rounds, cut into three (`nexoDerivedKeyGenerator.ts` of
 * @adyen/api-library 32.1.0).
 */
export function deriveKeys(passphrase: string): KeyMaterial {
  const material = pbkdf2Sync(Buffer.from(passphrase, 'latin1'), 'AdyenNexoV1Salt', 4_000, 80, 'sha1')
  return {
    hmacKey: material.subarray(0, 32),
    cipherKey: material.subarray(32, 64),
    ivMask: material.subarray(64, 80),
  }
}

/** What is behind a sealed message, or why it cannot be believed. */
export type Opened =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly detail: string }

/** Seals requests and opens answers with one shared key (Adyen SecurityTrailer). */
export class MessageSeal {
  readonly #key: SharedKey
  readonly #nonce: () => Uint8Array
  /** The derivation is slow on purpose, so it happens once. */
  readonly #keys: KeyMaterial

  /** @param nonce 16 bytes, never the same twice */
  constructor(key: SharedKey, nonce: () => Uint8Array = () => randomBytes(ivBytes)) {
    this.#key = key
    this.#nonce = nonce
    this.#keys = deriveKeys(key.passphrase)
  }

  /** What stands beside the clear header: the message encrypted whole, and its signature over the plain text. */
  seal(text: string): WrittenObject {
    const { hmacKey, cipherKey, ivMask } = this.#keys
    const plain = Buffer.from(text, 'utf8')
    const nonce = this.#nonce()
    const cipher = createCipheriv('aes-256-cbc', cipherKey, xor(ivMask, nonce))
    return {
      NexoBlob: Buffer.concat([cipher.update(plain), cipher.final()]).toString('base64'),
      SecurityTrailer: {
        AdyenCryptoVersion: cryptoVersion,
        KeyIdentifier: this.#key.keyIdentifier,
        KeyVersion: this.#key.keyVersion,
        Nonce: Buffer.from(nonce).toString('base64'),
        Hmac: createHmac('sha256', hmacKey).update(plain).digest('base64'),
      },
    }
  }

  /** @param sealed what stands beside the clear header of an answer */
  open(sealed: JsonObject): Opened {
    const trailer = objectAt(sealed, 'SecurityTrailer')
    const blob = textAt(sealed, 'NexoBlob')
    const nonce = Buffer.from(textAt(trailer, 'Nonce') ?? '', 'base64')
    const hmac = Buffer.from(textAt(trailer, 'Hmac') ?? '', 'base64')
    if (blob === undefined || trailer === undefined) return no('the answer is not sealed')
    if (textAt(trailer, 'AdyenCryptoVersion') !== String(cryptoVersion)) return no('another kind of seal')
    if (textAt(trailer, 'KeyIdentifier') !== this.#key.keyIdentifier) return no('sealed with another key')
    if (textAt(trailer, 'KeyVersion') !== String(this.#key.keyVersion))
      return no('another version of the key')
    if (nonce.length !== ivBytes) return no('the nonce has another length')
    const plain = this.#decrypt(Buffer.from(blob, 'base64'), nonce)
    if (plain === null) return no('the answer cannot be decrypted')
    const expected = createHmac('sha256', this.#keys.hmacKey).update(plain).digest()
    if (hmac.length !== expected.length || !timingSafeEqual(hmac, expected)) {
      return no('the signature of the answer is wrong')
    }
    return { ok: true, text: plain.toString('utf8') }
  }

  #decrypt(blob: Buffer, nonce: Uint8Array): Buffer | null {
    const decipher = createDecipheriv('aes-256-cbc', this.#keys.cipherKey, xor(this.#keys.ivMask, nonce))
    try {
      return Buffer.concat([decipher.update(blob), decipher.final()])
    } catch {
      return null
    }
  }
}

const no = (detail: string): Opened => ({ ok: false, detail })

const xor = (mask: Uint8Array, nonce: Uint8Array): Uint8Array =>
  mask.map((byte, index) => byte ^ (nonce[index] ?? 0))
