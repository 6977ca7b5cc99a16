import type { Approval } from '#shared/kernel/attempt.ts'
import { identityOf, type StatusInformation } from './status.ts'

/** How many approvals a driver keeps in mind; a till that starts anew keeps none. */
const most = 16

/** The last approvals of this driver, so that none of them is taken for the answer to a new command. */
export class KnownApprovals {
  readonly #traces = new Map<string, string | null>()
  readonly #seen = new Set<string>()

  add(status: StatusInformation): void {
    if (status.receipt !== null) {
      this.#traces.delete(status.receipt)
      this.#traces.set(status.receipt, status.trace)
    }
    const identity = identityOf(status)
    if (identity !== null) this.#seen.add(identity)
    for (const oldest of this.#seen) if (this.#seen.size > most) this.#seen.delete(oldest)
    for (const oldest of this.#traces.keys()) if (this.#traces.size > most) this.#traces.delete(oldest)
  }

  /** By `identityOf`. */
  get seen(): ReadonlySet<string> {
    return this.#seen
  }

  /** BMP 0B of an approval; the till keeps only its receipt number. */
  traceOf(approval: Approval): string | null {
    return this.#traces.get(approval.trace ?? '') ?? null
  }
}
