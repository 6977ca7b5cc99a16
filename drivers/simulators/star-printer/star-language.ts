import type { Link } from '#drivers/transport/transport.ts'
import type { Work } from '../printer/mechanism/carriage.ts'
import type { Language, Machine } from '../printer/mechanism/machine.ts'
import { readStarCommand, type StarCommand } from './star-command-reader.ts'
import { StarHead } from './star-head.ts'
import { automaticStatus, enquiryStatus, paperStatus } from './star-status.ts'

/** Obeyed the moment they arrive; in their turn they only have to be stepped over. */
const atOnce = ['ENQ', 'EOT', 'FS', 'EM', 'ESC ACK SOH', 'ESC ACK CAN']

/** What stands behind ESC ACK. */
const acknowledged: Readonly<Record<number, string>> = { 1: 'ESC ACK SOH', 24: 'ESC ACK CAN' }

/** StarPRNT: commands in their turn, questions at once, counters that say what was printed. */
export class StarLanguage implements Language<StarCommand> {
  readonly read = readStarCommand
  readonly #machine: Machine
  readonly #head: StarHead
  #automatic: Link | null = null
  #told = ''
  #etb = { counter: 0, executed: false }
  #printEnds = 0
  /** ESC BEL n1: how long drawer 1 is pushed. */
  #pulseMs = 200

  constructor(machine: Machine) {
    this.#machine = machine
    this.#head = new StarHead(machine.carriage, (what) => machine.report(what))
  }

  *run(command: StarCommand, link: Link): Work {
    const { name, bytes } = command
    if (atOnce.includes(name)) return
    if (name === 'unknown') this.#machine.report(`unknown command ${Buffer.from(bytes).toString('hex')}`)
    else if (name === 'ESC GS ETX') yield* this.#printEnd(bytes, link)
    else if (Object.hasOwn(this.#own, name)) this.#own[name]?.(bytes, link)
    else yield* this.#head.run(command)
  }

  /**
   * ESC ACK … is found anywhere, in dots too: nobody says that it is not. Single bytes are questions only where a command
   * may stand, or no picture could be printed.
   */
  watch(link: Link): (bytes: Uint8Array) => void {
    let pending = new Uint8Array()
    let recent: readonly number[] = []
    return (bytes) => {
      for (const byte of bytes) {
        recent = [...recent.slice(-2), byte]
        const [first, second] = recent
        const name = first === 0x1b && second === 0x06 ? acknowledged[byte] : undefined
        if (name !== undefined) this.#obey(name, link)
      }
      pending = Buffer.concat([pending, bytes])
      for (let next = readStarCommand(pending); next !== null; next = readStarCommand(pending)) {
        pending = pending.subarray(next.length)
        if (next.length === 1 && atOnce.includes(next.name)) this.#obey(next.name, link)
      }
    }
  }

  changed(): void {
    const link = this.#automatic
    const now = this.#machine.condition()
    if (link === null || JSON.stringify(now) === this.#told) return
    this.#tell(link)
  }

  lost(link: Link): void {
    if (this.#automatic === link) this.#automatic = null
  }

  reset(): void {
    this.#automatic = null
    this.#clearCounter()
    this.#printEnds = 0
    this.#pulseMs = 200
    this.#head.reset()
  }

  readonly #own: Readonly<Record<string, (bytes: Uint8Array, link: Link) => void>> = {
    BEL: () => this.#machine.kick({ pin: 2, onMs: this.#pulseMs }),
    SUB: () => this.#machine.kick({ pin: 5, onMs: 200 }),
    'ESC BEL': ([on = 0, off = 0]) => {
      if (on === 0 || off === 0) this.#machine.report('ESC BEL 0 is ignored')
      else this.#pulseMs = Math.min(on, 127) * 10
    },
    ETB: () => {
      this.#etb = { counter: (this.#etb.counter + 1) % 32, executed: true }
      if (this.#automatic !== null) this.#tell(this.#automatic)
    },
    'ESC RS E': () => this.#clearCounter(),
    'ESC RS a': ([n = 0], link) => {
      this.#automatic = (n & 1) === 1 ? link : null
      if (this.#automatic !== null) this.#tell(link)
    },
    CAN: () => {
      this.#head.reset()
      this.#clearCounter()
    },
  }

  #clearCounter(): void {
    this.#etb = { counter: 0, executed: false }
  }

  /** Sends nine bytes; "ETB executed" is told once. */
  #tell(link: Link): void {
    const condition = this.#machine.condition()
    this.#told = JSON.stringify(condition)
    this.#machine.reply(link, automaticStatus(condition, this.#etb))
    this.#etb = { ...this.#etb, executed: false }
  }

  /** ESC GS ETX s n1 n2; its answer is the same with the counter and NUL behind it. */
  *#printEnd(bytes: Uint8Array, link: Link): Work {
    const [s = 0, n1 = 0, n2 = 0] = bytes
    if (s === 1 && !this.#machine.carriage.lineEmpty) yield* this.#machine.carriage.endLine()
    if (s === 1) this.#printEnds = (this.#printEnds + 1) % 256
    if (s === 2) this.#printEnds = 0
    // A document that starts begins from initial modes.
    if (s === 3) this.#head.reset()
    if (s <= 1) this.#machine.reply(link, Uint8Array.of(0x1b, 0x1d, 0x03, s, n1, n2, this.#printEnds, 0))
    if (s > 4) this.#machine.report(`ESC GS ETX ${s} is not simulated`)
  }

  #obey(name: string, link: Link): void {
    const machine = this.#machine
    const condition = machine.condition()
    if (this.#automatic === link && (name === 'ENQ' || name === 'EOT'))
      machine.report(`${name} while automatic status is on`)
    if (name === 'ENQ')
      machine.reply(link, Uint8Array.of(enquiryStatus(condition, machine.waitingBytes() === 0)))
    else if (name === 'EOT') machine.reply(link, Uint8Array.of(paperStatus(condition)))
    else if (name === 'ESC ACK SOH') this.#tell(link)
    else if (name === 'FS') machine.kick({ pin: 2, onMs: this.#pulseMs })
    else if (name === 'EM') machine.kick({ pin: 5, onMs: 200 })
    else {
      machine.clear()
      machine.recover()
      this.reset()
    }
  }
}
