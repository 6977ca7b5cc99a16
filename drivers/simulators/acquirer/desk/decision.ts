import type { Deed, Says, ViolationKind } from '../books/deeds.ts'
import type { TerminalBook } from '../books/terminal-book.ts'
import type { HostTalk } from '../wire/host-dialect.ts'

/** What a request comes to: what is answered, and what changes in the books with it. */
export interface Decision {
  readonly says: Says
  readonly deeds: readonly Deed[]
  /** A repeat is answered the same; where not, a repeat is looked at afresh. */
  readonly isKept: boolean
}

/** What decides, beside the request and the terminal's book. */
export interface HostRules {
  readonly talk: HostTalk
  /** `host`: what it authorised is the truth. `terminal`: it only captures what terminals tell it. */
  readonly capture: 'host' | 'terminal'
  /** Refuses batches that look too much like the last one, as Chase Paymentech's error guide lists them. */
  readonly refusesAlike: boolean
}

export interface Asked {
  readonly book: TerminalBook
  readonly rules: HostRules
}

/** DE 39 (ISO 8583:1987 annex A). */
export const codes = {
  invalid: '12',
  noAction: '21',
  notFound: '25',
  format: '30',
  notPermitted: '58',
  duplicate: '94',
}

/** What is not kept: a repeat of it is looked at afresh. */
export const refusal = (code: string, ...deeds: readonly Deed[]): Decision => ({
  says: { 39: code },
  deeds,
  isKept: false,
})

export const violation = (kind: ViolationKind, detail: string): Deed => ({ do: 'violate', kind, detail })

/** A host says only one of the codes that a till must understand. */
export const firstOf = ([first = codes.invalid]: readonly string[]): string => first
