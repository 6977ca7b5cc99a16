import type { Timers } from '#drivers/transport/timers.ts'
import type { Link } from '#drivers/transport/transport.ts'
import { checkOf, control, frameOf } from './codec.ts'
import type { ConcertSimulatorTimings } from './timings.ts'

/** What the terminal behind a port says to what comes in. */
export interface PortOwner {
  /** ENQ of a till. */
  called(): 'ack' | 'nak' | 'ignore'
  /** A frame with a good LRC: whether it is taken, and whether the ACK leaves. */
  offered(text: string): 'ack' | 'nak' | 'takeWithoutAck'
  /** EOT behind a frame that was taken: the till has said everything. */
  released(): void
  /** EOT, silence or nonsense instead. */
  abandoned(): void
  closed(): void
}

/** How an answer is delivered. */
export interface Delivery {
  readonly text: string
  readonly fragment: boolean
  readonly noise: boolean
  readonly withoutEot: boolean
  readonly wrongLrcFirst: boolean
}

type State =
  | { readonly at: 'idle' }
  /** ENQ was acknowledged: STX or EOT is due. */
  | { readonly at: 'called' }
  | { readonly at: 'reading'; readonly text: string }
  | { readonly at: 'check'; readonly text: string }
  /** A frame was taken, EOT is due. */
  | { readonly at: 'taken' }
  /** We call. */
  | { readonly at: 'calling' }
  /** Our frame is out. */
  | { readonly at: 'offering' }
  /** Called without success; the next ENQ is due. */
  | { readonly at: 'resting' }

const longestRequest = 34

/** One end of the line as the terminal sees it: its half of protocol E+, byte by byte, forgiving nothing. */
export class TerminalPort {
  readonly #link: Link
  readonly #timers: Timers
  readonly #timings: ConcertSimulatorTimings
  readonly #owner: PortOwner
  #state: State = { at: 'idle' }
  #cancelWait: () => void = () => undefined
  #delivery: { readonly what: Delivery; readonly done: (taken: boolean) => void } | null = null
  #tries = 0
  #open = true

  constructor(link: Link, timers: Timers, timings: ConcertSimulatorTimings, owner: PortOwner) {
    this.#link = link
    this.#timers = timers
    this.#timings = timings
    this.#owner = owner
    link.onData((bytes) => {
      for (const byte of bytes) this.#take(byte)
    })
    link.onClose(() => this.#closed())
  }

  /** Whether it could call the till now. */
  get free(): boolean {
    return this.#open && this.#state.at === 'idle' && this.#delivery === null
  }

  /** Calls the till and offers it an answer. @param done whether it was acknowledged */
  deliver(what: Delivery, done: (taken: boolean) => void): void {
    this.#delivery = { what, done }
    this.#tries = 0
    this.#call()
  }

  close(): void {
    void this.#link.close()
  }

  #take(byte: number): void {
    if (!this.#open) return
    const { at } = this.#state
    switch (at) {
      case 'idle':
      case 'resting':
        if (byte === control.enq) this.#answerCall(at)
        return
      case 'called':
        if (byte === control.stx)
          this.#become({ at: 'reading', text: '' }, () => this.#become({ at: 'idle' }))
        else this.#become({ at: 'idle' })
        return
      case 'reading':
      case 'check':
        this.#read(this.#state as Extract<State, { text: string }>, byte)
        return
      case 'taken':
        this.#become({ at: 'idle' })
        if (byte === control.eot) this.#owner.released()
        else this.#owner.abandoned()
        return
      case 'calling':
        if (byte === control.ack) this.#offer()
        else if (byte === control.nak) this.#callAgain()
        // An ENQ meets ours: the till is to give way.
        return
      case 'offering':
        if (byte === control.ack) this.#delivered()
        else this.#callAgain()
        return
    }
  }

  #answerCall(at: 'idle' | 'resting'): void {
    const answer = at === 'resting' ? 'nak' : this.#owner.called()
    if (answer === 'ignore') return
    this.#say(Uint8Array.of(answer === 'ack' ? control.ack : control.nak))
    if (answer === 'ack') this.#become({ at: 'called' }, () => this.#become({ at: 'idle' }))
  }

  #read(state: Extract<State, { text: string }>, byte: number): void {
    if (state.at === 'check') {
      this.#judge(state.text, byte)
    } else if (byte === control.etx) {
      this.#become({ at: 'check', text: state.text }, () => this.#become({ at: 'idle' }))
    } else if (byte < 0x20 || byte > 0x7e || state.text.length === longestRequest) {
      this.#say(Uint8Array.of(control.nak))
      this.#become({ at: 'idle' })
    } else {
      const text = state.text + String.fromCharCode(byte)
      this.#become({ at: 'reading', text }, () => this.#become({ at: 'idle' }))
    }
  }

  #judge(text: string, check: number): void {
    const answer = check === checkOf(text) ? this.#owner.offered(text) : 'nak'
    if (answer !== 'takeWithoutAck') {
      this.#say(Uint8Array.of(answer === 'ack' ? control.ack : control.nak))
    }
    if (answer === 'nak') {
      this.#become({ at: 'idle' })
      return
    }
    // Without its EOT the till has not let go of the request: nothing is begun on it. Longer than the till's own wait.
    this.#become(
      { at: 'taken' },
      () => {
        this.#become({ at: 'idle' })
        this.#owner.abandoned()
      },
      this.#timings.controlMs + this.#timings.restartMs,
    )
  }

  #call(): void {
    const { what } = this.#delivery ?? {}
    this.#tries++
    if (what?.noise === true) this.#say(noise)
    this.#say(Uint8Array.of(control.enq))
    this.#become({ at: 'calling' }, () => this.#callAgain())
  }

  #offer(): void {
    const { what } = this.#delivery ?? {}
    if (what === undefined) return
    if (what.noise) this.#say(noise)
    const wrong = what.wrongLrcFirst && this.#tries === 1
    const frame = frameOf(what.text, checkOf(what.text) ^ (wrong ? 0x55 : 0))
    // 7 divides nothing in an answer: pieces end inside fields.
    const size = what.fragment ? 7 : frame.length
    for (let at = 0; at < frame.length; at += size) this.#say(frame.subarray(at, at + size))
    this.#become({ at: 'offering' }, () => this.#callAgain())
  }

  #delivered(): void {
    const delivery = this.#delivery
    this.#delivery = null
    if (delivery?.what.withoutEot !== true) this.#say(Uint8Array.of(control.eot))
    this.#become({ at: 'idle' })
    delivery?.done(true)
  }

  #callAgain(): void {
    this.#say(Uint8Array.of(control.eot))
    if (this.#tries < this.#timings.calls) {
      this.#become({ at: 'resting' }, () => this.#call(), this.#timings.restartMs)
      return
    }
    const delivery = this.#delivery
    this.#delivery = null
    this.#become({ at: 'idle' })
    delivery?.done(false)
  }

  #become(state: State, overdue?: () => void, ms = this.#timings.controlMs): void {
    this.#cancelWait()
    this.#state = state
    this.#cancelWait = overdue === undefined ? () => undefined : this.#timers.after(ms, overdue)
  }

  #closed(): void {
    if (!this.#open) return
    this.#open = false
    const { at } = this.#state
    this.#become({ at: 'idle' })
    this.#delivery = null
    // A request whose EOT never came is not begun.
    if (at === 'taken') this.#owner.abandoned()
    this.#owner.closed()
  }

  #say(bytes: Uint8Array): void {
    // Whoever is gone does not hear it; the terminal goes on by itself.
    if (this.#open) this.#link.write(bytes).catch(() => undefined)
  }
}

/** No control byte of the protocol is in it. */
const noise = Uint8Array.of(0x00, 0xff, 0x41, 0x80, 0x30, 0x2a)
