import type { Till } from '#electron/till-parts.ts'
import type { PaperKind, PaperRequest } from '#shared/kernel/paper-kinds.ts'
import type { Person } from '#shared/kernel/person.ts'
import { businessDayNow, localDay } from '#shared/kernel/stamp.ts'
import { isInCharge } from './door.ts'

/** What tells how much the drawer holds, so that the count stays blind, and what the house owes its artisans. */
const forThoseInCharge: ReadonlySet<PaperKind> = new Set([
  'shiftReport',
  'eveningSlip',
  'periodReport',
  'payoutSlip',
  'ownerStatement',
])

/** Whether a person may print a paper, or see it; nearly every one is a cashier's daily work. */
export function mayHave(
  paper: PaperRequest,
  person: Person,
  { ledger, clock }: Pick<Till, 'ledger' | 'clock'>,
): boolean {
  if (isInCharge(person)) return true
  if (forThoseInCharge.has(paper.kind)) return false
  if (paper.kind !== 'exportForm') return true
  // A passport and a home address: a cashier needs them while the visitor stands there, and not to look up later. A form
  // that this ledger does not know is one of practice, or none.
  const form = ledger.findExportForm(paper.form)
  if (form === null || form.visitor === null) return true
  return localDay(form.at) >= businessDayNow(ledger.openShift(), clock.now())
}
