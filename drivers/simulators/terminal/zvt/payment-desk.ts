import { pause, type Timers } from '#drivers/transport/timers.ts'
import type { TerminalStep } from '#shared/kernel/attempt.ts'
import type { Moment, Transaction, TransactionBook } from './book.ts'
import type { Client, Heard } from './client.ts'
import type { ZvtFault } from './faults.ts'
import { writePacket } from './packet.ts'
import type { Registration } from './registration.ts'
import { printBlock, printLines, slipLines } from './slip.ts'
import { code, endedStatus, progress, shownCard, statusOf } from './statuses.ts'
import type { ZvtSimulatorTimings } from './timings.ts'

export interface DeskParts {
  readonly book: TransactionBook
  readonly timers: Timers
  readonly timings: ZvtSimulatorTimings
  readonly now: () => Moment
  readonly display: (step: TerminalStep | null) => void
  readonly keepsUnacknowledged: boolean
}

/** What was asked: money, money back, or a charge undone. */
export interface Order {
  readonly kind: 'charge' | 'refund' | 'void'
  readonly amountMinor: number
  readonly original: Transaction | null
}

/** One command that moves money, told to the till step by step. It belongs to the terminal, not to a connection. */
export class Payment {
  readonly #parts: DeskParts
  readonly #client: Client
  readonly #order: Order
  readonly #faults: ReadonlySet<ZvtFault>
  readonly #registration: Registration
  readonly #ended = new AbortController()
  #phase: 'card' | 'authorising' | 'decided' = 'card'
  #transaction: Transaction | null = null
  #aborted = false
  #dead = false

  constructor(
    parts: DeskParts,
    client: Client,
    order: Order,
    faults: ReadonlySet<ZvtFault>,
    registration: Registration,
  ) {
    this.#parts = parts
    this.#client = client
    this.#order = order
    this.#faults = faults
    this.#registration = registration
  }

  /** 06 B0: heard only while the card is awaited. */
  abort(): void {
    if (this.#phase !== 'card') return
    this.#aborted = true
    this.#ended.abort()
  }

  /** Power fails. @returns what waits for its acknowledgement; it is taken back when the terminal comes up */
  die(): Transaction | null {
    this.#dead = true
    this.#ended.abort()
    const open = this.#transaction?.state === 'approved' && !this.#keeps
    return open ? this.#transaction : null
  }

  get #keeps(): boolean {
    return this.#parts.keepsUnacknowledged || this.#faults.has('keepsUnacknowledged')
  }

  /** Resolves when the terminal is back at rest. */
  async run(): Promise<void> {
    const client = this.#client
    await client.soon()
    if (this.#order.kind !== 'void' && !(await this.#takeCard())) return
    if (this.#dead) return
    if (!(await this.#authorise())) return
    if (this.#dead) return
    if (this.#faults.has('decline')) return this.#refuse()
    await this.#approve()
  }

  /** `false`: it ended without a card. */
  async #takeCard(): Promise<boolean> {
    const { timers, timings, display } = this.#parts
    const client = this.#client
    display('presentCard')
    if ((await this.#show('0a', 'Présentez la carte')) === 'broken') return this.#giveUp()
    const never = this.#faults.has('noCard') || this.#faults.has('dropBeforeCard')
    if (this.#faults.has('dropBeforeCard') || this.#faults.has('vanish')) client.drop()
    await pause(timers, never ? timings.noCardMs : timings.cardMs, this.#ended.signal)
    if (this.#dead) return false
    if (!this.#aborted && !never) return true
    await client.tell(endedStatus(code.ended))
    await client.tell(writePacket('061e', [0x6c]))
    display(null)
    return false
  }

  /** `false`: the till stopped answering meanwhile. */
  async #authorise(): Promise<boolean> {
    const { timers, timings, display } = this.#parts
    this.#phase = 'authorising'
    display('authorising')
    if ((await this.#show('04')) === 'broken') return this.#giveUp()
    const ms = timings.authoriseMs + (this.#faults.has('slow') ? timings.slowMs : 0)
    await pause(timers, ms, this.#ended.signal)
    this.#phase = 'decided'
    return true
  }

  /** 04 FF, where it is wanted. `broken`: not acknowledged on a line that is still there (T3, PA00P016 §4). */
  async #show(step: string, words = ''): Promise<'shown' | 'broken'> {
    if (!this.#registration.progress) return 'shown'
    const heard = await this.#client.tell(progress(step, this.#registration.blocks ? words : ''))
    return heard.kind === 'nothing' ? 'broken' : 'shown'
  }

  #giveUp(): false {
    this.#client.drop()
    this.#parts.display(null)
    return false
  }

  async #refuse(): Promise<void> {
    const { book, now, display } = this.#parts
    const { kind, amountMinor } = this.#order
    const refused = book.add(kind, amountMinor, now(), 'refused')
    display(null)
    await this.#client.tell(statusOf(refused, this.#faults))
    await this.#client.tell(writePacket('061e', [0x05]))
  }

  async #approve(): Promise<void> {
    const { book, now, display } = this.#parts
    const { kind, amountMinor, original } = this.#order
    const transaction = book.add(kind, amountMinor, now(), 'approved', original)
    this.#transaction = transaction
    display('confirming')
    if (this.#faults.has('dropAfterApprove')) this.#client.drop()
    const heard = await this.#tellStatus(transaction)
    if (this.#dead) return
    const printed = heard.kind === 'acked' ? await this.#print(transaction) : heard
    if (this.#dead) return
    if (printed.kind === 'acked') await this.#complete(transaction)
    else await this.#takeBack(transaction, printed)
    display(null)
  }

  /** 84 9C: the till wants to hear it again, a little later (PA00P015 §3.1). */
  async #tellStatus(transaction: Transaction): Promise<Heard> {
    const { timers, timings } = this.#parts
    for (let again = 0; ; again++) {
      const heard = await this.#client.tell(statusOf(transaction, this.#faults))
      if (heard.kind !== 'refused' || heard.code !== '9c' || again === 30) return heard
      await pause(timers, timings.repeatMs, this.#ended.signal)
    }
  }

  /** A till that was asked to print and does not acknowledge it has not got its slip: the sale is not final yet. */
  async #print(transaction: Transaction): Promise<Heard> {
    const { slips, blocks } = this.#registration
    if (this.#faults.has('autoReversal')) {
      await pause(this.#parts.timers, this.#parts.timings.replyMs, this.#ended.signal)
      return { kind: 'nothing' }
    }
    const card = shownCard(this.#faults)
    const copies = slips ? (['merchant', 'customer'] as const) : []
    for (const copy of copies) {
      const lines = slipLines(transaction, card, copy)
      const packets = blocks ? [printBlock(lines, copy === 'merchant' ? 1 : 2)] : printLines(lines)
      for (const packet of packets) {
        const heard = await this.#client.tell(packet)
        if (heard.kind !== 'acked') return heard
      }
    }
    return { kind: 'acked' }
  }

  async #complete(transaction: Transaction): Promise<void> {
    this.#parts.book.confirm(transaction)
    if (this.#faults.has('dropAfterConfirm')) return this.#client.drop()
    if (this.#faults.has('silentConfirm')) return
    await this.#client.tell(writePacket('060f', []))
  }

  /** PA00P015 §2.2.8: without an acknowledgement the payment is reversed. §4: newer terminals keep it. */
  async #takeBack(transaction: Transaction, heard: Heard): Promise<void> {
    const { book, timers, timings } = this.#parts
    if (this.#keeps && heard.kind !== 'refused') return this.#client.drop()
    if (heard.kind === 'gone') await pause(timers, timings.replyMs, this.#ended.signal)
    if (this.#dead) return
    book.reverse(transaction)
    const told = heard.kind === 'refused' || this.#faults.has('autoReversal')
    if (told) await this.#client.tell(writePacket('061e', [0xb4]))
    else this.#client.drop()
  }
}
