import type { Ticket } from '../../cart/ticket.ts'
import type { BusinessDay } from '../../kernel/stamp.ts'
import { addTicket, newTicketSums, type TicketSums } from '../ticket-sums.ts'

/** A business day in sums, minor units: sales positive, refunds negative. */
export interface DaySums {
  readonly day: BusinessDay
  /** Numbers of its closings, in their order; those of shifts that are open or were never closed are not there. */
  readonly closings: number[]
  readonly tickets: TicketSums
  first: number | null
  last: number | null
  /** Duty on cash receipts, by who bears it. */
  readonly duty: { customer: number; shop: number }
}

/** Days that had a shift, sold on or not. */
export class DayBook {
  readonly #days = new Map<BusinessDay, DaySums>()

  /** By day. */
  get days(): readonly DaySums[] {
    return [...this.#days.values()].sort((a, b) => (a.day < b.day ? -1 : 1))
  }

  /** @param closing number of the shift's Z; `null`: none was made */
  openShift(day: BusinessDay, closing: number | null): void {
    const sums = this.#of(day)
    if (closing !== null) sums.closings.push(closing)
  }

  /** In the order they were made. */
  add(ticket: Ticket): void {
    const sums = this.#of(ticket.businessDay)
    addTicket(sums.tickets, ticket)
    sums.first ??= ticket.number
    sums.last = ticket.number
    if (ticket.duty) sums.duty[ticket.duty.borneBy] += ticket.duty.amount
  }

  #of(day: BusinessDay): DaySums {
    const known = this.#days.get(day)
    if (known !== undefined) return known
    const made = { day, closings: [], tickets: newTicketSums(), first: null, last: null }
    const sums: DaySums = { ...made, duty: { customer: 0, shop: 0 } }
    this.#days.set(day, sums)
    return sums
  }
}
