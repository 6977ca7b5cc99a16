import type { WriteLedger } from '#electron/ledger/handles.ts'
import { notBefore } from '#electron/ledger/not-before.ts'
import type { CollectedRow } from '#electron/ledger/settlement-handles.ts'
import type { Clock } from '#electron/platform/clock.ts'
import type { Ids } from '#electron/platform/ids.ts'
import type { AcquirerConfig } from '#shared/contract/acquirers.ts'
import type { Seq } from '#shared/kernel/ids.ts'
import { businessDayNow } from '#shared/kernel/stamp.ts'
import type { BatchId } from '#shared/settlement/batch.ts'
import { HostRefused } from './acquirer-host.ts'
import type { Acquirers } from './acquirers.ts'
import { type Due, dueOf } from './due.ts'
import { freeze } from './freeze.ts'

export interface DueBatchesParts {
  readonly ledger: WriteLedger
  readonly acquirers: Acquirers
  readonly clock: Clock
  readonly ids: Ids
}

/** Who writes down what nobody asked for. */
const till = 'till'

/** Makes batches when they are due, and closes those that a statement has paid. */
export class DueBatches {
  readonly #parts: DueBatchesParts

  constructor(parts: DueBatchesParts) {
    this.#parts = parts
  }

  /**
   * Terminals that an acquirer is set up for, and that the till never settled, begin. Their closed days were settled
   * without it; what the open shift took is still to settle. Each begins once: what it collects later is for whoever
   * settles it then.
   * @throws LedgerUnwritable
   */
  begin(): void {
    const { ledger, acquirers, clock } = this.#parts
    const fresh = acquirers.config.acquirers.flatMap(({ id: acquirer, terminals }) =>
      terminals
        .filter((terminal) => !ledger.settlesTerminal(terminal))
        .map((terminal) => ({ terminal, acquirer })),
    )
    if (fresh.length === 0) return
    const through = ledger.lastClosing()?.seq ?? (0 as Seq)
    ledger.append(
      fresh.map((terminal) => ({ kind: 'settlementBegun', ...terminal, through })),
      till,
      notBefore(ledger, clock.now()),
    )
  }

  /**
   * All that is due, of every terminal.
   * @param refused told of each acquirer that cannot be asked as it is set up: what is due to it stays due, and holds up
   * nobody else's
   * @returns the batches made
   * @throws LedgerUnwritable: what is not made is still due the next time
   */
  make(refused: (error: HostRefused) => void): readonly BatchId[] {
    this.begin()
    return this.#parts.ledger.collected().flatMap((collected) => {
      try {
        return this.#makeOf(collected)
      } catch (error) {
        if (!(error instanceof HostRefused)) throw error
        refused(error)
        return []
      }
    })
  }

  #makeOf({ terminal, since }: Pick<CollectedRow, 'terminal' | 'since'>): readonly BatchId[] {
    const { ledger, acquirers } = this.#parts
    const acquirer = acquirers.of(terminal)
    const [first] = acquirer === null ? [] : ledger.movementsToSettle(terminal, this.#head(), 1)
    if (acquirer === null || first === undefined || this.isUnsettled(acquirer, terminal)) return []
    const { now, businessDay } = this.#now()
    const due = dueOf(acquirer.when, {
      since,
      firstSeq: first.seq,
      head: this.#head(),
      lastClosing: ledger.lastClosing(),
      now,
      businessDay,
    })
    return due === null ? [] : this.#freeze(acquirer, terminal, due, till)
  }

  /** All that a terminal has collected until now. @throws LedgerUnwritable, HostRefused */
  makeNow(acquirer: AcquirerConfig, terminal: string, by: string): readonly BatchId[] {
    this.begin()
    return this.#freeze(
      acquirer,
      terminal,
      { through: this.#head(), businessDay: this.#now().businessDay },
      by,
    )
  }

  /**
   * Whether a charge is in doubt on a terminal that settles by itself: its end of day would take the very record away
   * that the doubt is settled by.
   */
  isUnsettled({ way }: AcquirerConfig, terminal: string): boolean {
    return way.kind === 'terminal' && this.#parts.ledger.unknownAttempts(terminal).count > 0
  }

  /** A file that was handed in is agreed to by being paid, movement by movement. */
  closePaid(): void {
    const { ledger, clock } = this.#parts
    for (const { batch, state } of ledger.openBatches()) {
      if (state !== 'exported' || ledger.movementsOfBatch(batch).some(({ paidBy }) => paidBy === null))
        continue
      ledger.append(
        [{ kind: 'batchAgreed', batch, by: { kind: 'statement' }, reference: '', told: null }],
        till,
        notBefore(ledger, clock.now()),
      )
    }
  }

  #freeze(acquirer: AcquirerConfig, terminal: string, due: Due, by: string): readonly BatchId[] {
    const rules = this.#parts.acquirers.rulesOf(acquirer)
    return freeze(this.#parts, acquirer, rules, terminal, due, by, this.#parts.clock.now())
  }

  #head(): Seq {
    return this.#parts.ledger.head()?.seq ?? (0 as Seq)
  }

  #now() {
    const now = this.#parts.clock.now()
    return { now, businessDay: businessDayNow(this.#parts.ledger.openShift(), now) }
  }
}
