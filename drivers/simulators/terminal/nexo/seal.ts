import * as crypto from 'node:crypto'

/** The key this terminal shares with its tills. */
export interface TerminalKey {
  readonly keyIdentifier: string
  readonly keyVersion: number
  readonly passphrase: string
}

/** `SecurityTrailer` as it travels (Adyen, `nexoCrypto.ts` of @adyen/api-library 32.1.0). */
interface Trailer {
  readonly AdyenCryptoVersion: number
  readonly KeyIdentifier: string
  readonly KeyVersion: number
  readonly Nonce: string
  readonly Hmac: string
}

export interface Sealed {
  readonly NexoBlob: string
  readonly SecurityTrailer: Trailer
}

const algorithm = 'AES-256-CBC'

/** Opens requests and seals responses; made once a terminal, for the derivation takes thousands of rounds. */
export class TerminalSeal {
  readonly #key: TerminalKey
  readonly #sign: crypto.KeyObject
  readonly #cipher: crypto.KeyObject
  readonly #mask: bigint

  constructor(key: TerminalKey) {
    const bytes = crypto.pbkdf2Sync(key.passphrase, Buffer.from('AdyenNexoV1Salt'), 4_000, 80, 'SHA1')
    this.#key = key
    this.#sign = crypto.createSecretKey(bytes.subarray(0, 32))
    this.#cipher = crypto.createSecretKey(bytes.subarray(32, 64))
    this.#mask = BigInt(`0x${bytes.subarray(64, 80).toString('hex')}`)
  }

  /** @param forge spoils the signature */
  seal(plain: string, forge: boolean): Sealed {
    const nonce = crypto.randomBytes(16)
    const cipher = crypto.createCipheriv(algorithm, this.#cipher, this.#vector(nonce))
    const blob = cipher.update(plain, 'utf8', 'base64') + cipher.final('base64')
    return {
      NexoBlob: blob,
      SecurityTrailer: {
        AdyenCryptoVersion: 1,
        KeyIdentifier: this.#key.keyIdentifier,
        KeyVersion: this.#key.keyVersion,
        Nonce: nonce.toString('base64'),
        Hmac: this.#signature(forge ? `${plain} ` : plain),
      },
    }
  }

  /** @returns the plain message, or why this terminal cannot read it */
  open(sealed: Partial<Sealed>): { readonly plain: string } | { readonly trouble: string } {
    const { NexoBlob: blob, SecurityTrailer: trailer } = sealed
    if (typeof blob !== 'string' || typeof trailer !== 'object' || trailer === null) {
      return { trouble: 'Message is not encrypted' }
    }
    const { AdyenCryptoVersion, KeyIdentifier, KeyVersion, Nonce, Hmac } = trailer
    const known = KeyIdentifier === this.#key.keyIdentifier && KeyVersion === this.#key.keyVersion
    if (!known || AdyenCryptoVersion !== 1) return { trouble: 'Unknown key' }
    const nonce = Buffer.from(String(Nonce), 'base64')
    if (nonce.length !== 16) return { trouble: 'Invalid nonce' }
    try {
      const decipher = crypto.createDecipheriv(algorithm, this.#cipher, this.#vector(nonce))
      const plain = decipher.update(blob, 'base64', 'utf8') + decipher.final('utf8')
      return this.#signature(plain) === Hmac ? { plain } : { trouble: 'Hmac does not match' }
    } catch {
      return { trouble: 'Message cannot be decrypted' }
    }
  }

  #signature(plain: string): string {
    return crypto.createHmac('sha256', this.#sign).update(plain, 'utf8').digest('base64')
  }

  #vector(nonce: Buffer): Buffer {
    const mixed = this.#mask ^ BigInt(`0x${nonce.toString('hex')}`)
    return Buffer.from(mixed.toString(16).padStart(32, '0'), 'hex')
  }
}
