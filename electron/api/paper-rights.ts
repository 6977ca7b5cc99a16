import type { PaperKind } from '#shared/kernel/paper-kinds.ts'
import type { Person } from '#shared/kernel/person.ts'
import { isInCharge } from './door.ts'

/** What tells how much the drawer holds, so that the count stays blind, and what the house owes its artisans. */
const forThoseInCharge: ReadonlySet<PaperKind> = new Set(['shiftReport', 'payoutSlip'])

/** Whether a person may print a paper, or see it; every other one is a cashier's daily work. */
export const mayHave = (kind: PaperKind, person: Person): boolean =>
  !forThoseInCharge.has(kind) || isInCharge(person)
