import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import type { PrintOutcome } from '#drivers/printers/printer.ts'
import { type Desk, openDesk } from '#electron/checkout/desk.ts'
import type { LaidPaper, PaperPrinter } from '#electron/checkout/ports.ts'
import { LedgerUnwritable, type WriteLedger } from '#electron/ledger/handles.ts'
import { openLedger } from '#electron/ledger/open.ts'
import { verifyLedger } from '#electron/ledger/verify/verify.ts'
import type { Ledger } from '#electron/ledger/write-ledger.ts'
import { randomIds } from '#electron/platform/ids.ts'
import { silentLog } from '#electron/platform/log.ts'
import type { Command } from '#shared/checkout/command.ts'
import type { Fact } from '#shared/checkout/fact.ts'
import type { PrintJobView } from '#shared/contract/papers.ts'
import { paperKey } from '#shared/kernel/paper-kinds.ts'

/** A sheet by what it is of and which copy it says it is. */
export type Sheet = `${string} #${number}`

/** A job in the hands of a printer, which has not said yet how it ended. */
interface Held {
  readonly sheet: Sheet
  say(outcome: PrintOutcome): void
}

const printerIds = ['counter', 'office'] as const
export type PrinterId = (typeof printerIds)[number]

/**
 * A desk over a real ledger, whose printers, disk and clock are in the hands of a test: what came out of the printers is
 * known here and nowhere else.
 */
export class PrintingShop {
  /** What came out, in order, whether anybody could tell or not. */
  readonly out: Sheet[] = []
  readonly held = new Map<PrinterId, Held>()
  /** Two jobs at one printer at one time, or a byte before its job was durable. */
  readonly wrong: string[] = []
  asked = 0
  #folder: string
  #utcMs = Date.UTC(2026, 10, 27, 9)
  #sheets = new WeakMap<LaidPaper, Sheet>()
  #taken = new Set<PrinterId>()
  #full = false
  #ledger: Ledger
  #desk: Desk

  /** @param from folder of a till that was set up; stays as it is */
  constructor(from: string) {
    this.#folder = mkdtempSync(join(tmpdir(), 'hanout-printing-'))
    cpSync(from, this.#folder, { recursive: true })
    this.#ledger = this.#openLedger()
    this.#desk = this.#openDesk()
  }

  jobs(): readonly PrintJobView[] {
    return this.#desk.printJobs()
  }

  async send(command: Command): Promise<boolean> {
    const { ok } = await this.#desk.send(command, 'amina')
    if (ok && command.type !== 'answerPrint') this.asked += 1
    if (ok && command.type === 'answerPrint' && command.answer === 'again') this.asked += 1
    await this.quiet()
    return ok
  }

  /** @param cameOut whether the paper is there, of a printer that does not know */
  async say(printer: PrinterId, outcome: PrintOutcome, cameOut: boolean): Promise<void> {
    const held = this.held.get(printer)
    if (held === undefined) return
    this.held.delete(printer)
    if (outcome.outcome === 'done' || (outcome.outcome === 'unknown' && cameOut)) this.out.push(held.sheet)
    held.say(outcome)
    await this.quiet()
  }

  /** A printer that somebody takes away takes no new job; put back, it does. */
  async carry(printer: PrinterId): Promise<void> {
    if (!this.#taken.delete(printer)) this.#taken.add(printer)
    await this.quiet()
  }

  async fillDisk(full: boolean): Promise<void> {
    this.#full = full
    await this.quiet()
  }

  /** @param ms before zero: the clock was put back */
  async wait(ms: number): Promise<void> {
    this.#utcMs += ms
  }

  /** The till is closed in good order; a printer that still has a job is heard no more after the grace. */
  async close(): Promise<void> {
    await this.#desk.close()
    this.#again(false)
  }

  /** The power goes: what is in the printers comes out or does not. */
  async cutPower(cameOut: boolean): Promise<void> {
    const [dead, ledger] = [this.#desk, this.#ledger]
    ledger.close()
    this.#again(cameOut)
    // Only its timers are let go: its ledger is closed and takes nothing more.
    await dead.close()
  }

  /** Everything put right, every job to its end. */
  async finish(): Promise<void> {
    this.#full = false
    this.#taken.clear()
    for (let tries = 0; tries < 400; tries += 1) {
      for (const printer of printerIds) await this.say(printer, { outcome: 'done' }, true)
      if (this.jobs().every(({ state }) => state !== 'queued' && state !== 'printing')) break
      await new Promise((wake) => setTimeout(wake, 1))
    }
    await this.#desk.settled()
  }

  facts(): readonly Fact[] {
    return [...this.#ledger.entriesAfter(0)].map(({ fact }) => fact)
  }

  problems(): readonly unknown[] {
    return verifyLedger(this.#folder).problems
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#desk.close()
    this.#ledger.close()
    rmSync(this.#folder, { recursive: true, force: true })
  }

  async quiet(): Promise<void> {
    for (let turns = 0; turns < 8; turns += 1) await turn()
  }

  #again(cameOut: boolean): void {
    if (cameOut) this.out.push(...[...this.held.values()].map(({ sheet }) => sheet))
    this.held.clear()
    this.#full = false
    this.#ledger.close()
    this.#ledger = this.#openLedger()
    this.#desk = this.#openDesk()
  }

  #now = () => ({ utcMs: this.#utcMs, offsetMinutes: 60 })

  #openLedger(): Ledger {
    return openLedger({ folder: this.#folder, clock: { now: this.#now }, create: false })
  }

  #openDesk(): Desk {
    const ledger = this.#ledger
    const parts = {
      ledger: this.#onDisk(ledger),
      terminal: { current: () => null },
      printers: {
        printersFor: () =>
          printerIds.filter((id) => !this.#taken.has(id)).map((id) => this.#printer(id, ledger)),
        kickDrawer: async () => ({ outcome: 'done' }) as const,
      },
      layout: async (...[paper, { copy }]: Parameters<Parameters<typeof openDesk>[0]['layout']>) => {
        const laid: LaidPaper = { kind: 'document', document: { language: 'fr', blocks: [] } }
        this.#sheets.set(laid, `${paperKey(paper)} #${copy}`)
        return laid
      },
      clock: { now: this.#now },
      ids: randomIds,
      log: silentLog,
      retryMs: 1,
      graceMs: 5,
    }
    return openDesk(parts, () => undefined)
  }

  #printer(id: PrinterId, ledger: Ledger): PaperPrinter {
    return {
      id,
      name: id,
      print: (laid) => {
        const sheet = this.#sheets.get(laid) ?? 'nothing #0'
        if (this.held.has(id)) this.wrong.push(`${id} got ${sheet} while it had ${this.held.get(id)?.sheet}`)
        const durable = ledger.printJobs
          .printing()
          .some(({ paper, copy }) => `${paperKey(paper)} #${copy}` === sheet)
        if (!durable) this.wrong.push(`${sheet} was sent, and the disk does not know`)
        return new Promise((say) => this.held.set(id, { sheet, say }))
      },
    }
  }

  /** Nothing is written while the disk is full, as the ledger promises. */
  #onDisk(ledger: Ledger): WriteLedger {
    const unlessFull = <A extends unknown[], R>(write: (...args: A) => R) => {
      return (...args: A): R => {
        if (this.#full || this.#ledger !== ledger) throw new LedgerUnwritable('disk full')
        return write(...args)
      }
    }
    const printQueue = { ...ledger.printQueue, begin: unlessFull(ledger.printQueue.begin) }
    return { ...ledger, printQueue, append: unlessFull(ledger.append) }
  }
}
