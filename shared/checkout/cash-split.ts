import type { Tender } from '../cart/ticket.ts'
import type { Dirham } from '../money/amount.ts'
import { add, subtract, sum, zero } from '../money/amount.ts'
import { roundToStep } from '../money/rounding.ts'
import { type CashSoFar, dutyInPart, dutyToSettle } from '../tax/cash-duty.ts'
import type { DutyInForce } from '../tax/tax-in-force.ts'
import type { FactOf } from './fact.ts'
import type { Sale } from './state/context.ts'

/** What becomes of cash put on the counter: `kept = part of the price + duty + rounding`, `given = kept + change`. */
export type CashSplit = Pick<FactOf<'cashTaken'>, 'kept' | 'change' | 'rounding'> & { readonly duty: Dirham }

/** How cash settles in this shop today. */
export interface CashRules {
  /** 0: no rounding. */
  readonly step: Dirham
  /** `null`: none comes on top. */
  readonly duty: DutyInForce | null
}

/** The rest of a price in cash. */
interface CashRest {
  /** Duty that comes with it. */
  readonly duty: Dirham
  /** With duty, and rounded to the step: what has to be put on the counter. */
  readonly toPay: Dirham
}

/** What cash would have to cover to settle the rest of a sale. @param before cash the sale has taken already */
export function cashRest(rest: Dirham, before: CashSoFar, { step, duty: rules }: CashRules): CashRest {
  const duty = dutyToSettle(rules, before, rest)
  return { duty, toPay: roundToStep(add(rest, duty), step) }
}

/**
 * Cash that covers the rest with its duty, rounded to the step, settles it; less is a part payment, unrounded, with the duty
 * within it. Coins that cover the rest but not its rounding settle it as it is: a part payment never takes more than is due.
 */
export function splitCash(rest: Dirham, given: Dirham, before: CashSoFar, rules: CashRules): CashSplit {
  const { duty, toPay } = cashRest(rest, before, rules)
  const whole = add(rest, duty)
  if (given >= toPay)
    return { kept: toPay, change: subtract(given, toPay), rounding: subtract(toPay, whole), duty }
  if (given >= whole) return { kept: whole, change: subtract(given, whole), rounding: zero, duty }
  return { kept: given, change: zero, rounding: zero, duty: dutyInPart(rules.duty, before, given, rest) }
}

/** The cash a sale has taken, as far as it is price or duty: rounding is neither. */
export const cashSoFar = ({ tenders, rounding, duty }: Sale): CashSoFar => ({
  kept: subtract(sum(tenders.map(cashOf)), rounding),
  duty,
})

const cashOf = (tender: Tender): Dirham => (tender.kind === 'cash' ? tender.amount : zero)
