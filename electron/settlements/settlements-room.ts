import type { Timers } from '#drivers/transport/timers.ts'
import { askingOf } from '#electron/forwarders/acquirer/batch-messages.ts'
import type { OutboxPump } from '#electron/forwarders/outbox-pump.ts'
import { LedgerUnwritable, type WriteLedger } from '#electron/ledger/handles.ts'
import type { Clock } from '#electron/platform/clock.ts'
import type { Ids } from '#electron/platform/ids.ts'
import type { Log } from '#electron/platform/log.ts'
import type { AcquirersConfig } from '#shared/contract/acquirers.ts'
import type { Answer } from '#shared/contract/contract.ts'
import type { SettlementsView, StatementView } from '#shared/contract/settlements.ts'
import type { AttemptId } from '#shared/kernel/ids.ts'
import { type Refusal, type RefusalCode, refuse } from '#shared/kernel/refusal.ts'
import type { BatchId, Resolution } from '#shared/settlement/batch.ts'
import type { StatementId } from '#shared/settlement/statement.ts'
import type { ToldTotals } from '#shared/settlement/totals.ts'
import { HostRefused } from './acquirer-host.ts'
import type { Acquirers } from './acquirers.ts'
import { writeAcquirers } from './acquirers-file.ts'
import { BatchAnswers } from './batch-answers.ts'
import { DueBatches } from './due-batches.ts'
import type { SettlementFiles } from './settlement-files.ts'
import { SettlementViews } from './settlement-views.ts'
import type { Settlements } from './settlements.ts'
import { type StatementFile, Statements } from './statements.ts'
import { takesAway } from './takes-away.ts'

export interface RoomParts {
  readonly folder: string
  readonly ledger: WriteLedger
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  readonly timers: Timers
  readonly terminals: { nameOf(id: string): string | null }
  readonly watchCounter: (listener: () => void) => () => void
  readonly acquirers: Acquirers
  readonly files: SettlementFiles
  readonly pump: OutboxPump
}

/** How often an hour is looked for, milliseconds. */
const lookMs = 60_000
/** Changes that come together are told together, milliseconds: an upload is one a movement. */
const togetherMs = 100

const done = { ok: true, value: null } as const
const no = (code: RefusalCode, params?: Refusal['params']) =>
  ({ ok: false, refusal: refuse(code, params) }) as const

/** Settlement over the ledger and the pump; all it remembers itself is who watches. */
export class SettlementsRoom implements Settlements {
  readonly #parts: RoomParts
  readonly #due: DueBatches
  readonly #answers: BatchAnswers
  readonly #statements: Statements
  readonly #views: SettlementViews
  readonly #listeners = new Set<(view: SettlementsView) => void>()
  readonly #stops: (() => void)[] = []
  #telling: (() => void) | null = null
  #closed = false

  constructor(parts: RoomParts) {
    const { pump, terminals } = parts
    this.#parts = parts
    this.#due = new DueBatches(parts)
    this.#answers = new BatchAnswers({ ...parts, hurry: (destination) => pump.hurry(destination) })
    this.#statements = new Statements(parts)
    this.#views = new SettlementViews({
      ...parts,
      terminalName: (id) => terminals.nameOf(id),
      lanes: () => pump.lanes(),
    })
  }

  /** Goes on from what the ledger says. */
  start(): void {
    const { watchCounter, pump, timers } = this.#parts
    this.#stops.push(
      watchCounter(() => {
        this.#look()
        // A card that was charged is collected, and one that nobody knew about may have its answer.
        this.changed()
      }),
      pump.watch(() => this.changed()),
    )
    const again = (): void => {
      this.#look()
      if (!this.#closed) this.#stops[2] = timers.after(lookMs, again)
    }
    again()
    this.#closePaid()
    pump.wake()
  }

  /** Something about a batch or a message was written down. */
  changed(): void {
    if (this.#telling !== null || this.#listeners.size === 0 || this.#closed) return
    this.#telling = this.#parts.timers.after(togetherMs, () => {
      this.#telling = null
      const view = this.view()
      for (const listener of this.#listeners) listener(view)
    })
  }

  view(): SettlementsView {
    return this.#views.all()
  }

  watch(listener: (view: SettlementsView) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  findBatch(batch: BatchId): ReturnType<Settlements['findBatch']> {
    return this.#views.find(batch)
  }

  settle(terminal: string, by: string): Answer<readonly BatchId[]> {
    const { acquirers, ledger, pump } = this.#parts
    const acquirer = acquirers.of(terminal)
    if (!ledger.collected().some((row) => row.terminal === terminal && row.count > 0))
      return no('nothingToSettle')
    if (acquirer === null) return no('noAcquirer')
    if (ledger.unknownAttempts(terminal).count > 0) return no('attemptInProgress')
    try {
      const made = this.#due.makeNow(acquirer, terminal, by)
      pump.wake()
      this.changed()
      return { ok: true, value: made }
    } catch (error) {
      if (error instanceof HostRefused) return no('hostUnreachable', { reason: error.message })
      throw error
    }
  }

  resend(batch: BatchId): Answer {
    return this.#told(this.#answers.resend(batch))
  }

  enterTotals(batch: BatchId, told: ToldTotals, by: string): Answer {
    return this.#told(this.#answers.enterTotals(batch, told, by))
  }

  resolve(batch: BatchId, resolution: Resolution, note: string, by: string): Answer {
    return this.#told(this.#answers.resolve(batch, resolution, note, by))
  }

  export(id: BatchId): ReturnType<Settlements['export']> {
    const batch = this.#parts.ledger.findBatch(id)
    if (batch === null) return no('unknownBatch')
    const written = this.#parts.files.exported(batch)
    return written === null ? no('internal') : { ok: true, value: written }
  }

  importStatement(statement: StatementFile, by: string): Answer<StatementView> {
    if (this.#parts.acquirers.find(statement.acquirer) === null) return no('unknownAcquirer')
    return this.#told(this.#statements.import(statement, by))
  }

  statements(): readonly StatementView[] {
    return this.#statements.list()
  }

  findStatement(statement: StatementId): ReturnType<Settlements['findStatement']> {
    return this.#statements.find(statement)
  }

  match(statement: StatementId, line: number, attemptId: AttemptId, by: string): Answer {
    return this.#told(this.#statements.match(statement, line, attemptId, by))
  }

  config(): AcquirersConfig {
    return this.#parts.acquirers.config
  }

  async configure(config: AcquirersConfig): Promise<Answer> {
    const { acquirers, folder, ledger, pump } = this.#parts
    try {
      acquirers.judge(config)
    } catch (error) {
      if (!(error instanceof HostRefused)) throw error
      return no('badInput', { field: error.field })
    }
    const mayBeHeard = (id: BatchId): boolean => (askingOf(ledger.outbox, id)?.sends ?? 0) > 0
    if (takesAway(acquirers.config, config, ledger.openBatches(), mayBeHeard)) return no('batchOpen')
    // A terminal that begins to be settled is written down after the file: nobody is left out for one that was not kept.
    ledger.assertWritable()
    await writeAcquirers(folder, config)
    const letGo = acquirers.replace(config)
    // Before lines have ended: a shift that closes meanwhile is the till's to settle.
    this.#due.begin()
    await letGo
    this.#look()
    for (const { id } of config.acquirers) pump.hurry(`host/${id}`)
    this.changed()
    return done
  }

  async check(id: string): Promise<Answer<{ readonly text: string }>> {
    const { acquirers } = this.#parts
    const acquirer = acquirers.find(id)
    if (acquirer === null) return no('unknownAcquirer')
    if (acquirer.way.kind !== 'host') return { ok: true, value: { text: '' } }
    try {
      const health = await acquirers.open(id).host.check()
      if (health.ok) return { ok: true, value: { text: health.text } }
      const code =
        health.cause === 'refused' || health.cause === 'notSignedOn' ? 'hostSaidNo' : 'hostUnreachable'
      return no(code, { reason: health.text })
    } catch (error) {
      if (!(error instanceof HostRefused)) throw error
      return no('hostUnreachable', { reason: error.message })
    }
  }

  async settled(): Promise<void> {
    this.#look()
    await this.#parts.pump.settled()
  }

  /** Lines are let go. What is under way on them the pump has ended before. */
  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    for (const stop of this.#stops) stop()
    this.#telling?.()
    await this.#parts.acquirers.close()
    this.#listeners.clear()
  }

  /** What is due is made. Trouble is for the next look: nothing that is due stops being due. */
  #look(): void {
    if (this.#closed) return
    const { log, pump } = this.#parts
    try {
      const made = this.#due.make((err) => log.warn({ err }, 'an acquirer cannot be asked as it is set up'))
      if (made.length === 0) return
      pump.wake()
      this.changed()
    } catch (error) {
      // Whoever was just served at the counter must not hear of it, whatever it is.
      log[error instanceof LedgerUnwritable ? 'warn' : 'error'](
        { err: error },
        'a batch is due and cannot be made now',
      )
    }
  }

  /** A till that died between a statement and what it closes finds it paid when it starts again. */
  #closePaid(): void {
    try {
      this.#due.closePaid()
    } catch (error) {
      if (!(error instanceof LedgerUnwritable)) throw error
      this.#parts.log.warn({ err: error }, 'a batch is paid and cannot be closed now')
    }
  }

  #told<T>(answer: Answer<T>): Answer<T> {
    if (!answer.ok) return answer
    this.#closePaid()
    this.#parts.pump.wake()
    this.changed()
    return answer
  }
}
