import { pause, type Timers } from '#drivers/transport/timers.ts'
import type { ZvtFault } from './faults.ts'
import type { Packet } from './packet.ts'
import { writePacket } from './packet.ts'
import type { ZvtSimulatorTimings } from './timings.ts'
import { type Manner, plainly, type TerminalWire } from './wire.ts'

/**
 * What the till said to something it was told: `acked`, refused with an error id, nothing in time, or its line
 * went.
 */
export type Heard =
  | { readonly kind: 'acked' }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'gone' }

/**
 * A client of the terminal: replies to its commands, and, while the terminal is master, things told and
 * acknowledged.
 */
export class Client {
  wire: TerminalWire | null = null
  readonly #timers: Timers
  readonly #timings: ZvtSimulatorTimings
  #waiting: ((heard: Heard) => void) | null = null
  #faults: ReadonlySet<ZvtFault> = new Set()

  constructor(timers: Timers, timings: ZvtSimulatorTimings) {
    this.#timers = timers
    this.#timings = timings
  }

  /** Until told otherwise everything is said with these faults. */
  speakWith(faults: ReadonlySet<ZvtFault>): void {
    this.#faults = faults
    if (this.wire !== null) this.wire.damaging = faults.has('nakBlocks')
  }

  /** 80 00 00, or 84 and an error id. */
  async reply(code: string | null, data: readonly number[] = []): Promise<void> {
    const packet = code === null ? writePacket('8000') : writePacket(`84${code}`, data)
    await this.wire?.say(packet, { ...this.#manner(), merge: code === null && this.#faults.has('merge') })
  }

  /** Says something that needs no acknowledgement, as a confused terminal does. */
  async blurt(packet: readonly number[]): Promise<void> {
    await this.wire?.say(packet, plainly)
  }

  /** Tells the till something and waits until it has acknowledged it, T3 at most. */
  async tell(packet: readonly number[]): Promise<Heard> {
    const wire = this.wire
    if (wire === null || !wire.isOpen) return { kind: 'gone' }
    const heard = new Promise<Heard>((resolve) => {
      this.#waiting = resolve
    })
    const said = await wire.say(packet, this.#manner())
    if (!said) this.#give(wire.isOpen ? { kind: 'nothing' } : { kind: 'gone' })
    const cancel = this.#timers.after(this.#timings.replyMs, () => this.#give({ kind: 'nothing' }))
    const answer = await heard
    cancel()
    return answer
  }

  /** 80 or 84 came in. */
  answered({ name }: Packet): void {
    const code = name.slice(2)
    this.#give(name === '8000' || code === '00' ? { kind: 'acked' } : { kind: 'refused', code })
  }

  gone(): void {
    this.#give({ kind: 'gone' })
  }

  soon(): Promise<void> {
    return pause(this.#timers, this.#timings.answerMs)
  }

  drop(): void {
    this.wire?.drop()
  }

  #give(heard: Heard): void {
    const give = this.#waiting
    this.#waiting = null
    give?.(heard)
  }

  #manner(): Manner {
    return { noise: this.#faults.has('noise'), fragment: this.#faults.has('fragment'), merge: false }
  }
}
