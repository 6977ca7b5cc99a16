import type { ScreenLanguage } from '../kernel/language.ts'
import type { OwnerRole, ShareRule } from './share-rule.ts'

/** An artisan or a cooperative that leaves pieces with the shop, and what was agreed with them. */
export interface Owner {
  /** As items name their owner. */
  readonly owner: string
  readonly name: string
  readonly nameAr: string
  readonly phone: string
  /** Of statements and slips. */
  readonly language: ScreenLanguage
  readonly role: OwnerRole
  /** `null`: as each item says. */
  readonly share: ShareRule | null
  /** Sub-account in the books (4481…); '': made from the owner's id. */
  readonly account: string
  /** Registre national de l'artisanat, as they write it; '': not said. */
  readonly registration: string
  readonly village: string
  readonly craft: string
}

/** An `ownersChanged` fact carries at most this many. */
export const ownersPerFact = 500
