import type { RefusalCode } from '../kernel/refusal.ts'
import type { CommandType } from './command.ts'
import type { Decide } from './decision.ts'
import { no } from './decision.ts'
import { attemptOnCounter, saleOnCounter } from './state/ask.ts'
import type { CheckoutContext, Sale } from './state/context.ts'

/** A condition of the counter itself; names the refusal while it does not hold. */
export type Requirement = (context: CheckoutContext) => RefusalCode | null

export const shiftIsOpen: Requirement = (context) => (context.shift === null ? 'noOpenShift' : null)
export const shiftIsClosed: Requirement = (context) => (context.shift === null ? null : 'shiftOpen')
export const saleIsOpen: Requirement = (context) => (saleOnCounter(context) === null ? 'noOpenSale' : null)

/** Nothing waits for an outcome: no attempt of the open sale, and no refund, void or test. */
export const noAttemptWaits: Requirement = (context) => {
  const attempt = attemptOnCounter(context)
  if (attempt === null) return null
  return attempt.unknown === null ? 'attemptInProgress' : 'unresolvedCharge'
}

/** Neither a sale nor an errand of the terminal: the counter is free for something else. */
export const noSaleIsOpen: Requirement = (context) =>
  saleOnCounter(context) === null ? noAttemptWaits(context) : 'saleOpen'

/** Once money has been taken the cart is frozen. */
export const noMoneyTaken: Requirement = (context) =>
  (saleOnCounter(context)?.tenders.length ?? 0) > 0 ? 'moneyTaken' : null

/** The first requirement that does not hold, in the order given: shift, sale, unresolved charge, money taken. */
function refusalOf(context: CheckoutContext, requirements: readonly Requirement[]): RefusalCode | null {
  for (const requirement of requirements) {
    const code = requirement(context)
    if (code !== null) return code
  }
  return null
}

/** The decision, asked only where every requirement holds. */
export function requiring<T extends CommandType>(
  requirements: readonly Requirement[],
  decide: Decide<T>,
): Decide<T> {
  return (context, command, circumstances) => {
    const code = refusalOf(context, requirements)
    return code === null ? decide(context, command, circumstances) : no(code)
  }
}

/** The open sale. @throws Error where none is: callers stand behind `saleIsOpen` */
export function getSale(context: CheckoutContext): Sale {
  const sale = saleOnCounter(context)
  if (sale === null) throw new Error('no sale on the counter')
  return sale
}

/** The open shift. @throws Error where none is: callers stand behind `shiftIsOpen` */
export function getShift(context: CheckoutContext): NonNullable<CheckoutContext['shift']> {
  if (context.shift === null) throw new Error('no open shift')
  return context.shift
}
