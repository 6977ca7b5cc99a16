import type { LocalizedText } from '../catalogue/item.ts'
import type { DayRange } from '../kernel/day-range.ts'
import type { Seq, Sku, TicketNumber } from '../kernel/ids.ts'
import type { BusinessDay } from '../kernel/stamp.ts'
import { add, type Dirham, subtract, sum } from '../money/amount.ts'
import type { AppliedShare } from './applied-share.ts'
import type { OwnerPayment } from './facts.ts'

/** One line of a ticket that something is due of; negative amounts: it was given back. */
export interface OwnerLine {
  readonly ticket: TicketNumber
  readonly soldOn: BusinessDay
  readonly sku: Sku
  readonly name: LocalizedText
  readonly quantity: number
  /** What the visitor paid for it, VAT included. */
  readonly gross: Dirham
  readonly share: AppliedShare
  /** As the ticket settled it, rounded there. */
  readonly due: Dirham
}

/** Money given to an owner. */
export interface OwnerGift {
  /** Of its journal entry: what its slip is named by. */
  readonly seq: Seq
  readonly what: 'advance' | 'payout'
  readonly by: OwnerPayment
  readonly reference: string
  readonly paidOn: BusinessDay
  /** > 0 */
  readonly amount: Dirham
}

export type AccountMove =
  | { readonly kind: 'line'; readonly line: OwnerLine }
  | { readonly kind: 'payment'; readonly gift: OwnerGift }

/** `left = carried + due − advances − payouts`. */
export interface AccountSums {
  /** Due when the period began. */
  readonly carried: Dirham
  /** What visitors paid for the owner's pieces, less what was given back. */
  readonly gross: Dirham
  readonly due: Dirham
  readonly advances: Dirham
  readonly payouts: Dirham
  readonly left: Dirham
}

/** An owner's account over some days. */
export interface OwnerPeriod {
  readonly range: DayRange
  readonly sums: AccountSums
  /** In the order they happened; of a long period the last ones. */
  readonly moves: readonly AccountMove[]
  /** Moves of the period before those; their amounts are in the sums. */
  readonly earlier: number
}

/** A signed move as the ledger has it. */
interface BareMove {
  readonly kind: 'line' | 'payment'
  readonly what: 'advance' | 'payout' | null
  readonly gross: Dirham
  readonly due: Dirham
}

/** The sums of a period from its moves, payments negative. */
export function accountSums(carried: Dirham, moves: readonly BareMove[]): AccountSums {
  const lines = moves.filter(({ kind }) => kind === 'line')
  const given = (what: BareMove['what']): Dirham =>
    subtract(sum([]), sum(moves.filter((move) => move.what === what).map(({ due }) => due)))
  const due = sum(lines.map((line) => line.due))
  const [advances, payouts] = [given('advance'), given('payout')]
  return {
    carried,
    gross: sum(lines.map((line) => line.gross)),
    due,
    advances,
    payouts,
    left: subtract(add(carried, due), add(advances, payouts)),
  }
}
