/**
 * How this host speaks ISO 8583, as data. The shape is that of a dialect file, so that one file sets up both sides of
 * a line; each side reads it by itself.
 */
export interface HostDialect {
  readonly name: string
  /** First digit of every message type. */
  readonly version: string
  readonly wire: HostWire
  readonly framing: HostFraming
  readonly mac: HostMac | null
  readonly talk: HostTalk
}

export interface HostWire {
  readonly mti: Digits
  readonly bitmap: 'binary' | 'hex'
  readonly numbers: Digits
  readonly lengths: Digits
  /** What differs from the elements of 1987; `null`: there is no such element. */
  readonly fields: Readonly<Record<number, Element | null>>
}

/** Text, or two in a byte. */
export type Digits = 'ascii' | 'bcd'

export interface Element {
  /** `x+n`: C or D and digits. `b`: bytes. `z`: a track. */
  readonly class: 'n' | 'a' | 'an' | 'ans' | 'x+n' | 'z' | 'b'
  /** Exact, or the most where a length of so many digits stands before it. Characters; bytes of `b`. */
  readonly length: number
  readonly prefix: 0 | 2 | 3
}

export interface HostFraming {
  readonly length: 'binary2' | 'bcd2' | 'ascii4' | 'vml4'
  readonly countsItself: boolean
  /** A byte before the length; `null`: none. */
  readonly start: number | null
  /** As terminals send it: this host is the destination. */
  readonly tpdu: { readonly id: string; readonly destination: string; readonly source: string } | null
  /** Longest message with its TPDU, bytes. */
  readonly longest: number
}

export interface HostMac {
  readonly algorithm: 'retail' | 'tdes-cbc' | 'des-cbc' | 'aes-cmac'
  /** Message types; a `*` ends a prefix. */
  readonly on: readonly string[]
}

export type Group = 'sales' | 'saleReversals' | 'refunds' | 'refundReversals'

export interface HostTalk {
  /** `netted`: a sale and its reversal in one batch are both left out. */
  readonly reversals: 'counted' | 'netted'
  readonly totals:
    | { readonly kind: 'fields'; readonly net: boolean }
    | {
        readonly kind: 'text'
        readonly field: number
        readonly groups: readonly (Group | null)[]
        readonly countDigits: number
        readonly amountDigits: number
      }
  readonly batchNumber: { readonly field: number; readonly digits: number } | null
  readonly processing: {
    readonly settle: string | null
    readonly closing: string | null
    readonly sale: string
    readonly refund: string
    readonly saleReversal: string
  }
  readonly functionCode: { readonly settle: string; readonly closing: string; readonly other: string } | null
  readonly upload: boolean
  readonly network: { readonly signOn: string; readonly signOff: string | null; readonly echo: string } | null
  /** Answers whose type is not the usual one. */
  readonly answers: Readonly<Record<string, string>>
  readonly codes: {
    readonly agreed: readonly string[]
    readonly disagreed: readonly string[]
    readonly duplicate: readonly string[]
  }
}
