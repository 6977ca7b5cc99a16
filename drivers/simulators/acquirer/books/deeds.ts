import type { Kind, Totals } from './tally.ts'

/** A transaction the host heard of, however it did. */
export interface Authorisation {
  readonly kind: Kind
  /** Centimes, > 0. */
  readonly minor: number
  /** The terminal's own number of it (DE 37); '': none is known. */
  readonly rrn: string
  /** The till's number of it (DE 11 of a 0200, or of DE 90); ''. */
  readonly reference: string
  /** DE 38; ''. */
  readonly approval: string
  /** Batch it said it was of; `null`: it said none. */
  readonly batch: number | null
  /** Of a reversal: RRN of what it takes back; ''. */
  readonly undoes: string
}

/** One record of a batch upload. */
export interface Uploaded {
  readonly stan: string
  readonly kind: Kind
  readonly minor: number
  readonly rrn: string
  readonly approval: string
  /** `MMDDhhmmss` of its DE 13 and 12. */
  readonly at: string
}

/** What a till may not do, and did. */
export type ViolationKind =
  /** A message no host would take: DE 39 = 30, or dropped. */
  | 'format'
  /** Something of a card's: number, track, PIN, chip. */
  | 'cardData'
  /** Before the sign-on that this dialect has. */
  | 'notSignedOn'
  /** A repeat that says something else than what it repeats. */
  | 'repeatDiffers'
  /** A repeat that does not say that it is one. */
  | 'repeatUnmarked'
  /** An agreed batch asked about under another STAN. */
  | 'settledAgain'
  /** A batch's number come again with other totals. */
  | 'numberReused'
  /** A 0320 of a batch that is not being uploaded, or a closing 0500 of one. */
  | 'outOfTurn'
  /** The same transaction uploaded twice, under two STANs. */
  | 'uploadedTwice'
  /** A reversal of what is settled, or of another amount. */
  | 'reversalWrong'

/** What one message, or one thing the host learned by itself, does to the books. Nothing else changes them. */
export type Deed =
  | { readonly do: 'authorise'; readonly id: number; readonly what: Authorisation }
  /** `id` null: there was nothing to reverse; one that is heard of later is reversed at once. */
  | { readonly do: 'reverse'; readonly id: number | null; readonly reference: string; readonly minor: number }
  | {
      readonly do: 'disagree'
      readonly batch: string
      readonly number: number | null
      readonly stan: string
      readonly told: Totals
      readonly counted: Totals
    }
  | { readonly do: 'upload'; readonly batch: string; readonly record: Uploaded }
  /** Agreed the first time. `settles`: ids of what is settled with it. */
  | {
      readonly do: 'agree'
      readonly batch: string
      readonly number: number | null
      readonly stan: string
      readonly told: Totals
      readonly settles: readonly number[]
    }
  /** Agreed after the upload. */
  | {
      readonly do: 'close'
      readonly batch: string
      readonly stan: string
      readonly settles: readonly number[]
    }
  | { readonly do: 'violate'; readonly kind: ViolationKind; readonly detail: string }

/** The fields the host itself puts into an answer, by number. */
export type Says = Readonly<Record<number, string>>

/** One line of the host's journal: what happened at one terminal, all of it or nothing. */
export interface Entry {
  /** The host's clock, ISO 8601. */
  readonly at: string
  /** `merchant/terminal`. */
  readonly terminal: string
  readonly deeds: readonly Deed[]
  /** Absent: nobody asked. */
  readonly answered?: Answered
  /** Lines of the terminal's own journal that were taken with this one; absent: none was. */
  readonly followed?: number
}

/** What a repeat of the same message is answered with. */
export interface Answered {
  /** Message type as of the first time. */
  readonly type: string
  readonly stan: string
  /** Of all that a repeat may not change. */
  readonly digest: string
  readonly says: Says
}
