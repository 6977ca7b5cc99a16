import type { BatchTotals, ReversalRule } from '#shared/settlement/totals.ts'

/**
 * How one acquirer speaks ISO 8583, as data: nothing of it is code, so that a file can bring another one. Shipped ones
 * are in `dialects/`; `dialect-schema.ts` reads files.
 */
export interface Dialect {
  readonly name: string
  /** First digit of the message type: 0 = 1987, 1 = 1993, 2 = 2003, 9 = private. */
  readonly version: '0' | '1' | '2' | '9'
  readonly wire: WireFormat
  readonly framing: Framing
  readonly mac: MacRule | null
  readonly talk: TalkRules
  readonly timings: HostTimings
}

export interface WireFormat {
  readonly mti: 'ascii' | 'bcd'
  readonly bitmap: 'binary' | 'hex'
  /** Of `n` fields. BCD of an odd count is padded on the left with 0. */
  readonly numbers: 'ascii' | 'bcd'
  /** Of LL and LLL: what they count is bytes of text, digits of numbers. */
  readonly lengths: 'ascii' | 'bcd'
  /** Rows that differ from the 1987 table, or stand in for it; `null`: this dialect has no such field. */
  readonly fields: Readonly<Record<number, FieldRow | null>>
}

/** `x+n`: C or D and then digits. `z`: track data. `b`: bytes. */
export type FieldClass = 'n' | 'a' | 'an' | 'ans' | 'x+n' | 'z' | 'b'

/** One row of the field table. */
export interface FieldRow {
  readonly class: FieldClass
  /** Exact, or the most where `prefix` says how long it is. In characters; in bytes for `b`. */
  readonly length: number
  /** Digits of its length prefix; 0: always `length`. Text shorter than that is padded right, numbers are never padded. */
  readonly prefix: 0 | 2 | 3
}

export interface Framing {
  readonly length: 'binary2' | 'bcd2' | 'ascii4' | 'vml4'
  /** The length counts its own bytes, too. */
  readonly countsItself: boolean
  /** A byte before the length (some hosts: 0x02); `null`: none. */
  readonly start: number | null
  /** `60 NNNN NNNN`: id, destination, source; an answer has them the other way round. */
  readonly tpdu: { readonly id: string; readonly destination: string; readonly source: string } | null
  /** Longest message, bytes. */
  readonly longest: number
}

/** Over all bytes from the type to before the MAC field, which is the last: 64, or 128 with a second bitmap. */
export interface MacRule {
  readonly algorithm: 'retail' | 'tdes-cbc' | 'des-cbc' | 'aes-cmac'
  /** Message types that carry one; a `*` ends a prefix. */
  readonly on: readonly string[]
}

/** Where settlement lives in this dialect's messages. */
export interface TalkRules {
  readonly reversals: ReversalRule
  readonly totals: TotalsPlace
  /** `field` holds nothing but the batch number, of so many digits; `null`: batches have no number here. */
  readonly batchNumber: { readonly field: number; readonly digits: number } | null
  /** DE 3 of each message; `null`: it carries none. */
  readonly processing: {
    readonly settle: string | null
    readonly closing: string | null
    readonly sale: string
    readonly refund: string
    readonly saleReversal: string
  }
  /** DE 24: NII or function code; `null`: none. */
  readonly functionCode: { readonly settle: string; readonly closing: string; readonly other: string } | null
  /** What follows a disagreement: each movement is told (0320), or a person has to look at once. */
  readonly upload: boolean
  /** Reversals (0420) and advices (0220) are told before a batch. */
  readonly reversalsTold: boolean
  readonly advicesTold: boolean
  /** 0800 with these in DE 70; `null`: no such thing here. */
  readonly network: { readonly signOn: string; readonly signOff: string | null; readonly echo: string } | null
  /** Answers whose type is not the usual one: request type → answer type. */
  readonly answers: Readonly<Record<string, string>>
  /** DE 39 by what it says. Others refuse. */
  readonly codes: {
    readonly agreed: readonly string[]
    readonly disagreed: readonly string[]
    readonly duplicate: readonly string[]
    /** Taken, to a record or a reversal: it is known already, or there was nothing to reverse. */
    readonly known: readonly string[]
    /** Cannot now: asked again. */
    readonly again: readonly string[]
  }
}

export type TotalsPlace =
  /** DE 74–77 counts, 86–89 amounts, 97 net; credits are refunds, debits are sales, net is C for positive credits. */
  | { readonly kind: 'fields'; readonly net: boolean }
  /** One text field: groups one after the other, each a count and an amount of so many digits; `null`: zeros. */
  | {
      readonly kind: 'text'
      readonly field: number
      readonly groups: readonly (keyof BatchTotals | null)[]
      readonly countDigits: number
      readonly amountDigits: number
    }

/** Milliseconds. */
export interface HostTimings {
  readonly connectMs: number
  /** To an answer of anything but totals. */
  readonly answerMs: number
  /** To an answer of totals. */
  readonly settleMs: number
  /** Silence after which an echo is asked for while the line is kept; the line is let go after `idleMs` without a question. */
  readonly echoMs: number
  readonly idleMs: number
}
