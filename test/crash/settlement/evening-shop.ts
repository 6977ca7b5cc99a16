import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AcquirerSimulator } from '#drivers/simulators/acquirer/acquirer-simulator.ts'
import { verifyLedger } from '#electron/ledger/verify/verify.ts'
import type { AttemptId } from '#shared/kernel/ids.ts'
import { JumpingClock } from '../../harness/jumping-clock.ts'
import { bank, hostWay, openStage, type Stage, virtualHost } from '../../harness/settlement-stage.ts'
import { VirtualTimers } from '../../harness/virtual-timers.ts'
import type { Seeded } from '../seeded.ts'

/** Where the trap closed: the process is gone at this very place. */
export class Killed extends Error {}

export type DialectName = 'iso87' | 'edc'

/** A shop in virtual time: one folder, one till after another, and an acquirer's host that goes on. */
export class EveningShop {
  readonly timers = new VirtualTimers()
  readonly clock = new JumpingClock(this.timers)
  readonly host: AcquirerSimulator
  readonly #folder = mkdtempSync(join(tmpdir(), 'hanout-settle-'))
  readonly #dialect: DialectName
  readonly #seed: number
  #trap: ((side: 'before' | 'after') => boolean) | null = null
  #till: Stage | null = null
  kills = 0

  constructor(dialect: DialectName, capture: 'host' | 'terminal', seed: number) {
    this.#dialect = dialect
    this.#seed = seed
    this.host = virtualHost(this.timers, this.clock, { dialect, capture })
  }

  /** The till that lives now, started again where the last one died. */
  till(): Stage {
    if (this.#till?.isAlive() === true) return this.#till
    this.#trap = null
    this.#till = openStage({
      folder: this.#folder,
      config: bank(hostWay(this.#dialect)),
      timers: this.timers,
      clock: this.clock,
      host: this.host,
      seed: this.#seed + this.kills,
      onWrite: (side) => {
        if (this.#till?.isAlive() === false) throw new Killed()
        if (this.#trap?.(side) !== true) return
        this.kill()
        throw new Killed()
      },
    })
    return this.#till
  }

  kill(): void {
    if (this.#till?.isAlive() !== true) return
    this.kills += 1
    this.#trap = null
    this.#till.kill()
  }

  /** @param closes told each write; `true` is the end of the process there */
  setTrap(closes: ((side: 'before' | 'after') => boolean) | null): void {
    this.#trap = closes
  }

  /** Something at the counter, which nobody is killed in: those kills are another test's. */
  atCounter<T>(work: (till: Stage) => T): T {
    const till = this.till()
    const trap = this.#trap
    this.#trap = null
    try {
      return work(till)
    } finally {
      this.#trap = trap
    }
  }

  /** Card takings of a day: sales, refunds, sales undone, charges nobody knew of for a while. */
  trade(chance: Seeded, undoable: AttemptId[]): void {
    this.atCounter((till) => {
      for (let n = chance.between(1, 6); n > 0; n -= 1) this.#oneCharge(till, chance, undoable)
    })
  }

  #oneCharge(till: Stage, chance: Seeded, undoable: AttemptId[]): void {
    const draw = chance.next()
    const amount = chance.between(1, 500_000)
    if (draw < 0.12) {
      till.charge({ amount, purpose: 'refund' })
    } else if (draw < 0.24) {
      const undoes = undoable.pop()
      const of = undoes === undefined ? null : till.ledger.attempt(undoes)
      if (undoes !== undefined && of !== null) till.charge({ amount: of.amount, purpose: 'void', undoes })
    } else if (draw < 0.34) {
      const lost = till.desk.start({ amount })
      till.desk.doubt(lost)
      const heard = chance.chance(0.6)
      if (heard) this.#authorise(till, lost, amount)
      // A person who vouches for a charge read the slip: the host granted it.
      if (heard && chance.chance(0.5)) till.desk.approve(lost, { kind: 'person', name: 'Amina' }, null)
      else till.desk.decline(lost)
    } else undoable.push(till.charge({ amount }))
  }

  #authorise(till: Stage, attempt: AttemptId, minor: number): void {
    const reference = String(till.ledger.attempt(attempt)?.terminalSequence ?? 0)
    const who = { terminalId: 'TILL0001', merchantId: 'ARTISAN00000001' }
    this.host.authorise({ kind: 'sale', minor, rrn: '', reference, ...who })
  }

  /** What `verify` has to say. */
  problems(): readonly unknown[] {
    return verifyLedger(this.#folder).problems
  }

  async close(): Promise<void> {
    this.#trap = null
    if (this.#till?.isAlive() === true) await this.#till.close()
    await this.host.close()
    rmSync(this.#folder, { recursive: true, force: true })
  }
}
