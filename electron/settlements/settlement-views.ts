import { askingOf } from '#electron/forwarders/acquirer/batch-messages.ts'
import type { WriteLedger } from '#electron/ledger/handles.ts'
import type { BatchRow } from '#electron/ledger/settlement-handles.ts'
import type { AcquirerConfig } from '#shared/contract/acquirers.ts'
import type { LaneView } from '#shared/contract/forwards.ts'
import type { BatchLine, BatchView, Collected, SettlementsView } from '#shared/contract/settlements.ts'
import type { BatchId } from '#shared/settlement/batch.ts'

/** Batches a list shows. */
const most = 200

export interface ViewParts {
  readonly ledger: WriteLedger
  readonly acquirers: {
    find(id: string): AcquirerConfig | null
    of(terminal: string): AcquirerConfig | null
  }
  /** As it is called in the devices' settings; `null`: it is set up there no more. */
  readonly terminalName: (id: string) => string | null
  readonly lanes: () => readonly LaneView[]
}

/** What the ledger says of settlement, as screens see it. */
export class SettlementViews {
  readonly #parts: ViewParts

  constructor(parts: ViewParts) {
    this.#parts = parts
  }

  all(): SettlementsView {
    const { ledger, lanes } = this.#parts
    const newest = ledger.listBatches(null, most)
    const shown = new Set(newest.map(({ batch }) => batch))
    const old = ledger.openBatches().filter(({ batch }) => !shown.has(batch))
    // What is not ended is among them, however old; the ended ones make room for it.
    const batches = [...newest.slice(0, most - Math.min(old.length, most)), ...old.toReversed()]
    return {
      collected: this.#collected(),
      batches: batches.map((row) => this.batch(row)),
      lanes: lanes(),
    }
  }

  find(id: BatchId): { readonly batch: BatchView; readonly lines: readonly BatchLine[] } | null {
    const { ledger } = this.#parts
    const row = ledger.findBatch(id)
    if (row === null) return null
    const lines = ledger
      .movementsOfBatch(id)
      .map(({ movement, code, paidBy }): BatchLine => ({ movement, code, paidBy }))
    return { batch: this.batch(row), lines }
  }

  batch(row: BatchRow): BatchView {
    const { ledger, acquirers } = this.#parts
    const isAsked = row.state === 'frozen' || row.state === 'uploading'
    const message = isAsked || row.state === 'disputed' ? askingOf(ledger.outbox, row.batch) : undefined
    return {
      batch: row.batch,
      number: row.number,
      acquirer: row.acquirer,
      acquirerName: acquirers.find(row.acquirer)?.name ?? row.acquirer,
      way: row.way,
      terminal: row.terminal,
      businessDay: row.businessDay,
      frozenAt: row.frozenAt,
      state: row.state,
      unconfirmed: isAsked && (message?.sends ?? 0) > 0,
      setAside: message?.state === 'setAside',
      movements: row.movements,
      uploaded: row.upload?.acknowledged ?? 0,
      ours: row.totals,
      told: row.told,
      cause: row.cause,
      code: row.code,
      text: row.text,
      reference: row.reference,
      agreedBy: row.agreedBy,
      resolution: row.resolution,
      endedAt: row.endedAt,
    }
  }

  #collected(): readonly Collected[] {
    const { ledger, acquirers, terminalName } = this.#parts
    return ledger.collected().map(({ terminal, count, net, since }) => ({
      terminal,
      terminalName: terminalName(terminal) ?? terminal,
      acquirer: acquirers.of(terminal)?.id ?? null,
      count,
      net,
      since,
      unknown: ledger.unknownAttempts(terminal),
    }))
  }
}
