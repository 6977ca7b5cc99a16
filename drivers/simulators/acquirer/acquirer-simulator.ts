import { realTimers, type Timers } from '#drivers/transport/timers.ts'
import type { Link } from '#drivers/transport/transport.ts'
import { Books, type BooksView } from './books/books.ts'
import type { Authorisation, Deed } from './books/deeds.ts'
import { JournalFile } from './books/journal-file.ts'
import { ChargeFollower, type FollowedFile } from './charge-follower.ts'
import { AnswerSender } from './desk/answer-sender.ts'
import { Desk } from './desk/desk.ts'
import { FaultShelf } from './faults.ts'
import { HostLine } from './host-line.ts'
import { type AcquirerSimulatorTimings, acquirerSimulatorTimings } from './timings.ts'
import { type HostCertificate, TlsDoor, testHostCertificate } from './tls-door.ts'
import { type ShippedDialect, shippedDialects } from './wire/dialects/dialects.ts'
import type { Framed } from './wire/frames.ts'
import type { HostDialect } from './wire/host-dialect.ts'
import { type Seal, sealOf } from './wire/mac.ts'

/** How a client came. */
export type AcquirerVia = 'tcp' | 'tls'

/** What the host is told of a transaction that no message was about. */
export type ToldTransaction = Pick<Authorisation, 'kind' | 'minor' | 'rrn'> &
  Partial<Authorisation> & { readonly terminalId: string; readonly merchantId: string }

/** An acquirer's host as a program: it speaks ISO 8583, keeps its own books and forgives nothing. */
export interface AcquirerSimulator {
  /** A client came: a TCP connection, one with TLS still to be spoken on it, or memory. */
  accept(link: Link, via?: AcquirerVia): void
  /**
   * What goes wrong with the next messages. `none` takes all faults away.
   * @param fault `name[@value][/type][:times]`, as `faults.ts` lists them
   * @param times how many messages it holds for, if not as the text says
   * @throws RangeError for a fault it does not know
   */
  setFault(fault: string, times?: number): void
  /** It authorised this, over another way than its lines. */
  authorise(transaction: ToldTransaction): void
  books(): BooksView
  /** Everything booked so far is on the disk. */
  kept(): Promise<void>
  /** Every line drops and nobody is let in until `awayMs` later. What is booked is kept, faults stay told. */
  powerCycle(awayMs: number): void
  /** Lets every line go and its journal with them. Idempotent. */
  close(): Promise<void>
}

export interface AcquirerSimulatorOptions {
  readonly dialect?: ShippedDialect | HostDialect
  /** Hexadecimal digits; needed where the dialect has a MAC. */
  readonly macKey?: string
  /** `host`: judges by what it authorised. `terminal`, the default: captures what it is told, and agrees the first time. */
  readonly capture?: 'host' | 'terminal'
  /** Refuses a batch as many and as much as the one before (94), as some hosts do. Default: no. */
  readonly refusesAlike?: boolean
  /** Journals of simulated terminals whose charges it authorised. */
  readonly authorised?: readonly FollowedFile[]
  /** File of its books, read back at the start; absent: they end with the process. */
  readonly journal?: string
  /** Faults of the first messages. */
  readonly faults?: readonly string[]
  /** What it proves itself with where TLS is spoken. Default: the test certificate, and anybody is let in. */
  readonly certificate?: HostCertificate
  readonly timings?: Partial<AcquirerSimulatorTimings>
  readonly timers?: Timers
  /** The host's own wall clock. */
  readonly clock?: () => { readonly utcMs: number }
  /** What its console shows, a line at a time: each message and what became of it. No value of a card is in it. */
  readonly onReport?: (line: string) => void
}

/**
 * @throws RangeError for a fault it does not know, or without the key its dialect needs
 * @throws Error for a journal that is none
 */
export function acquirerSimulator(options: AcquirerSimulatorOptions = {}): AcquirerSimulator {
  return new Simulator(options)
}

class Simulator implements AcquirerSimulator {
  readonly #options: AcquirerSimulatorOptions
  readonly #dialect: HostDialect
  readonly #timers: Timers
  readonly #journal: JournalFile | null
  readonly #books: Books
  readonly #faults = new FaultShelf()
  readonly #sender: AnswerSender
  readonly #desk: Desk
  readonly #report: (line: string) => void
  readonly #lines = new Set<HostLine>()
  #tls: TlsDoor | null = null
  #closing: Promise<void> | null = null
  #away = false
  #cancelReturn = (): void => undefined

  constructor(options: AcquirerSimulatorOptions) {
    const { dialect = 'iso87', journal, timers = realTimers } = options
    this.#options = options
    this.#dialect = typeof dialect === 'string' ? shippedDialects[dialect] : dialect
    this.#timers = timers
    const kept = journal === undefined ? null : JournalFile.open(journal)
    this.#journal = kept?.journal ?? null
    this.#books = new Books(this.#journal, kept?.entries)
    const seal = sealFor(this.#dialect, options.macKey)
    const timings = { ...acquirerSimulatorTimings, ...options.timings }
    this.#sender = new AnswerSender(this.#dialect, seal, timers, timings)
    this.#report = options.onReport ?? (() => undefined)
    const followers = (options.authorised ?? []).map(
      (file) => new ChargeFollower(file, this.#books, () => this.#now()),
    )
    this.#desk = new Desk({
      dialect: this.#dialect,
      seal,
      rules: {
        talk: this.#dialect.talk,
        capture: options.capture ?? 'terminal',
        refusesAlike: options.refusesAlike ?? false,
      },
      books: this.#books,
      refresh: (terminal) => {
        for (const follower of followers) follower.refresh(terminal)
      },
      faults: this.#faults,
      sender: this.#sender,
      now: () => this.#now(),
      report: this.#report,
      fail: (cause) => this.#fail(cause),
    })
    for (const fault of options.faults ?? []) this.setFault(fault)
  }

  accept(link: Link, via: AcquirerVia = 'tcp'): void {
    if (this.#away) {
      void link.close()
      return
    }
    if (via === 'tls') {
      this.#tls ??= new TlsDoor(
        this.#options.certificate ?? testHostCertificate(false),
        (secured) => this.accept(secured),
        this.#report,
      )
      this.#tls.accept(link)
      return
    }
    const line = new HostLine(link, this.#dialect.framing, (from, framed) => this.#hear(from, framed))
    this.#lines.add(line)
    line.onGone(() => this.#lines.delete(line))
  }

  setFault(fault: string, times?: number): void {
    this.#faults.set(fault, times)
  }

  authorise({ terminalId, merchantId, ...told }: ToldTransaction): void {
    const terminal = `${merchantId}/${terminalId}`
    const what: Authorisation = { reference: '', approval: '', batch: null, undoes: '', ...told }
    const deed: Deed = { do: 'authorise', id: this.#books.of(terminal).nextId, what }
    this.#books.record({ at: this.#now(), terminal, deeds: [deed] })
  }

  books(): BooksView {
    return this.#books.view()
  }

  async kept(): Promise<void> {
    await this.#books.kept()
  }

  powerCycle(awayMs: number): void {
    this.#goAway()
    this.#cancelReturn = this.#timers.after(awayMs, () => {
      this.#away = false
    })
  }

  close(): Promise<void> {
    this.#closing ??= this.#end()
    return this.#closing
  }

  async #end(): Promise<void> {
    this.#goAway()
    this.#sender.close()
    this.#tls?.close()
    await this.#journal?.close()
  }

  #goAway(): void {
    this.#away = true
    this.#cancelReturn()
    for (const line of this.#lines) line.drop()
  }

  #hear(line: HostLine, framed: Framed): void {
    if (this.#away) return
    if (framed.kind === 'message') {
      this.#desk.hear(line, framed.body)
      return
    }
    this.#report(`line dropped: ${framed.trouble}`)
    line.drop()
  }

  /** A host that cannot keep its books answers nobody. */
  #fail(cause: unknown): void {
    // Each answer that waited for the disk comes here.
    if (this.#away) return
    this.#report(`out of service: ${cause instanceof Error ? cause.message : String(cause)}`)
    this.#goAway()
  }

  #now(): string {
    return new Date(this.#options.clock?.().utcMs ?? Date.now()).toISOString()
  }
}

function sealFor({ name, mac }: HostDialect, key: string | undefined): Seal | null {
  if (mac === null) return null
  if (key === undefined) throw new RangeError(`the dialect ${name} has a MAC: it needs a key`)
  return sealOf(mac.algorithm, key)
}
