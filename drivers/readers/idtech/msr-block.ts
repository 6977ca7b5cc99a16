import type { Result } from '#shared/kernel/result.ts'
import { err, ok } from '#shared/kernel/result.ts'

/** How the stripe is written (SecureMag manual §10.3 note 1): the low bits of the encode type. */
export type StripeEncoding = 'bank' | 'licence' | 'other' | 'raw'

/** The card data of one swipe, cut into its fields; all are views into what was read. */
export interface MsrBlock {
  readonly encoding: StripeEncoding
  readonly algorithm: 'tdes' | 'aes'
  /** Tracks as the reader shows them, masked or in clear; empty where it shows none. */
  readonly shown: readonly [Uint8Array, Uint8Array, Uint8Array]
  readonly encrypted: readonly {
    readonly holds: 'track1' | 'track2' | 'track3' | 'tracks1And2'
    readonly bytes: Uint8Array
  }[]
  readonly sessionId: Uint8Array | null
  readonly serial: Uint8Array | null
  readonly ksn: Uint8Array | null
}

const encodings: Readonly<Record<number, StripeEncoding>> = { 0: 'bank', 1: 'licence', 3: 'other', 4: 'raw' }
const sizes = { ksn: 10, serial: 10, session: 8, sha1: 20, sha256: 32 } as const
const trackNames = ['track1', 'track2', 'track3'] as const

/**
 * Cuts card data into fields (SecureMag manual 80096504 §10.3, §10.4). Every byte must be accounted for: a block whose
 * lengths do not add up is not believed, whatever its checks say.
 */
export function readMsrBlock(data: Uint8Array): Result<MsrBlock, 'malformed'> {
  const encoding = encodings[(data[0] ?? 0xff) & 0x7f]
  if (encoding === undefined || data.length < 5) return err('malformed')
  return ((data[0] ?? 0) & 0x80) === 0 ? readOriginal(data, encoding) : readEnhanced(data, encoding)
}

/**
 * Original format: tracks 1 and 2 of a bank's card in one chain. It says neither the cipher nor whether hashes come, so
 * both follow from the length: padding to 8 or 16 and hashes of 20 never meet.
 */
function readOriginal(data: Uint8Array, encoding: StripeEncoding): Result<MsrBlock, 'malformed'> {
  const lengths = [data[2] ?? 0, data[3] ?? 0, data[4] ?? 0] as const
  const shownEnd = 5 + lengths[0] + lengths[1] + lengths[2]
  if (encoding === 'raw' || shownEnd > data.length) return err('malformed')
  const shown = [
    data.subarray(5, 5 + lengths[0]),
    data.subarray(5 + lengths[0], 5 + lengths[0] + lengths[1]),
    data.subarray(shownEnd - lengths[2], shownEnd),
  ] as const
  const none = {
    encoding,
    shown,
    algorithm: 'tdes',
    encrypted: [],
    sessionId: null,
    serial: null,
    ksn: null,
  } as const
  if (shownEnd === data.length) return ok(none)
  const rest = data.length - shownEnd - sizes.ksn
  for (const algorithm of ['tdes', 'aes'] as const) {
    const size = padded(lengths[0], algorithm) + padded(lengths[1], algorithm)
    if (size === 0 || ![0, 1, 2, 3].some((hashes) => size + hashes * sizes.sha1 === rest)) continue
    const bytes = data.subarray(shownEnd, shownEnd + size)
    const ksn = data.subarray(data.length - sizes.ksn)
    return ok({ ...none, algorithm, encrypted: [{ holds: 'tracks1And2', bytes }], ksn })
  }
  return err('malformed')
}

/** Enhanced format: two bytes say what is there, tracks are encrypted one by one. */
function readEnhanced(data: Uint8Array, encoding: StripeEncoding): Result<MsrBlock, 'malformed'> {
  const shownStatus = data[5] ?? 0
  const sentStatus = data[6] ?? 0
  const cipher = (shownStatus >> 4) & 0b11
  const optional = optionalBytes(data)
  if (data.length < 7 || cipher > 1 || optional === null) return err('malformed')
  const algorithm = cipher === 0 ? 'tdes' : 'aes'
  const fields = new FieldCutter(data, 7 + optional.length)
  const lengths = [data[2] ?? 0, data[3] ?? 0, data[4] ?? 0]
  const shown = lengths.map((length, i) => fields.cut(has(shownStatus, i) ? length : 0))
  const encrypted = trackNames.flatMap((holds, i) => {
    if (!has(sentStatus, i)) return []
    return [{ holds, bytes: fields.cut(padded(lengths[i] ?? 0, algorithm)) }]
  })
  const sessionId = has(sentStatus, 6) ? fields.cut(sizes.session) : null
  for (const bit of [3, 4, 5]) if (has(sentStatus, bit)) fields.cut(optional.hashSize)
  const serial = has(shownStatus, 7) ? fields.cut(sizes.serial) : null
  const ksn = has(sentStatus, 7) ? fields.cut(sizes.ksn) : null
  if (!fields.exact) return err('malformed')
  const [first, second, third] = shown
  if (first === undefined || second === undefined || third === undefined) return err('malformed')
  return ok({ encoding, algorithm, shown: [first, second, third], encrypted, sessionId, serial, ksn })
}

/**
 * Field 10 and what it announces, where the track status has bit 6 (SREDKey 2 manual §11.1): bit 0 of the first
 * optional byte is SHA-256; other ciphers and a MAC (bits 1 and 5) are nothing we know. `null`: cannot be cut.
 */
function optionalBytes(data: Uint8Array): { readonly length: number; readonly hashSize: number } | null {
  if (!has(data[1] ?? 0, 6)) return { length: 0, hashSize: sizes.sha1 }
  const count = data[7] ?? 0
  const first = count > 0 ? (data[8] ?? 0) : 0
  if (has(first, 1) || has(first, 5)) return null
  return { length: 1 + count, hashSize: has(first, 0) ? sizes.sha256 : sizes.sha1 }
}

const has = (byte: number, bit: number): boolean => ((byte >> bit) & 1) === 1
const padded = (length: number, algorithm: 'tdes' | 'aes'): number => {
  const block = algorithm === 'tdes' ? 8 : 16
  return Math.ceil(length / block) * block
}

class FieldCutter {
  readonly #data: Uint8Array
  #at: number

  constructor(data: Uint8Array, at: number) {
    this.#data = data
    this.#at = at
  }

  cut(length: number): Uint8Array {
    const field = this.#data.subarray(this.#at, this.#at + length)
    this.#at += length
    return field
  }

  get exact(): boolean {
    return this.#at === this.#data.length
  }
}
