import type { Link } from '#drivers/transport/transport.ts'
import { automaticStatus, differing, identity, statusByte, transmitStatus } from './answers.ts'
import { type ReadCommand, readCommand } from './command-reader.ts'
import { type HeadOptions, PrintHead } from './head.ts'
import type { Work } from './mechanism/carriage.ts'
import type { Condition, Language, Machine } from './mechanism/machine.ts'
import { type RealTime, RealTimeWatch } from './real-time-watch.ts'

/** ESC/POS: commands in their turn, questions at once, and status that comes by itself where it was asked for. */
export class EscposLanguage implements Language<ReadCommand> {
  readonly read = readCommand
  readonly #machine: Machine
  readonly #head: PrintHead
  /** Who asked for automatic status, about what (GS a n), and what it was told last. */
  #automatic: { readonly link: Link; readonly groups: number; readonly told: Condition } | null = null

  constructor(machine: Machine, options: HeadOptions) {
    this.#machine = machine
    this.#head = new PrintHead(machine.carriage, options, (what) => machine.report(what))
  }

  *run(command: ReadCommand, link: Link): Work {
    const { name, bytes } = command
    const n = bytes[0] ?? 0
    const machine = this.#machine
    switch (name) {
      case 'unknown':
        return machine.report(`unknown command ${Buffer.from(bytes).toString('hex')}`)
      case 'ESC p':
        if (![0, 1, 48, 49].includes(n)) return machine.report(`ESC p ${n} is out of range: ignored`)
        return machine.kick({ pin: n % 48 === 0 ? 2 : 5, onMs: (bytes[1] ?? 0) * 2 })
      case 'GS a':
        return this.#automate(link, n)
      case 'GS r':
        if (![1, 2, 49, 50].includes(n)) return machine.report(`GS r ${n} is out of range: ignored`)
        return machine.reply(link, Uint8Array.of(transmitStatus(n, machine.condition())))
      case 'GS I': {
        const answer = identity(n)
        return answer === null ? machine.report(`GS I ${n} is not simulated`) : machine.reply(link, answer)
      }
      case 'GS ( H':
        return this.#tellPrinted(link, bytes)
      default:
        yield* this.#head.run(command)
    }
  }

  watch(link: Link): (bytes: Uint8Array) => void {
    const watch = new RealTimeWatch()
    return (bytes) => {
      for (const byte of bytes) {
        const seen = watch.see(byte)
        if (seen !== null) this.#obey(seen, link)
      }
    }
  }

  changed(): void {
    const automatic = this.#automatic
    if (automatic === null) return
    const now = this.#machine.condition()
    if ((differing(automatic.told, now) & automatic.groups) === 0) return
    this.#automatic = { ...automatic, told: now }
    this.#machine.reply(automatic.link, automaticStatus(now))
  }

  lost(link: Link): void {
    if (this.#automatic?.link === link) this.#automatic = null
  }

  reset(): void {
    this.#automatic = null
    this.#head.reset()
  }

  #automate(link: Link, groups: number): void {
    const told = this.#machine.condition()
    this.#automatic = groups === 0 ? null : { link, groups, told }
    if (groups !== 0) this.#machine.reply(link, automaticStatus(told))
  }

  /** GS ( H fn 48: 37h 22h, the four bytes of the id, 00h, once everything before it is on paper. */
  #tellPrinted(link: Link, bytes: Uint8Array): void {
    if (bytes[0] !== 48 || bytes[1] !== 48 || bytes.length !== 6)
      this.#machine.report(`GS ( H ${Buffer.from(bytes).toString('hex')} is not simulated`)
    else this.#machine.reply(link, Uint8Array.of(0x37, 0x22, ...bytes.subarray(2), 0))
  }

  #obey(command: RealTime, link: Link): void {
    const machine = this.#machine
    const inError = machine.condition().fault === 'cutter'
    switch (command.kind) {
      case 'status':
        machine.reply(link, Uint8Array.of(statusByte(command.n, machine.condition())))
        break
      case 'kick':
        // Epson, DLE DC4 fn 1: ignored while the printer is in an error.
        if (inError) machine.report('DLE DC4 in an error is ignored')
        else machine.kick({ pin: command.pin, onMs: command.onMs })
        break
      case 'recover':
        // Epson, DLE ENQ: only a cutter error is recovered so; paper and cover are for hands.
        if (!inError) machine.report('DLE ENQ without a recoverable error is ignored')
        else if (command.clear) machine.clear()
        machine.recover()
        break
      case 'clear':
        machine.clear()
        machine.reply(link, Uint8Array.of(0x37, 0x25, 0))
    }
  }
}
