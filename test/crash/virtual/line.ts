import type { TerminalSimulator, Via } from '#drivers/simulators/terminal/terminal-simulator.ts'
import { linkPair } from '#drivers/transport/memory.ts'
import type { Timers } from '#drivers/transport/timers.ts'
import type { Link, Transport } from '#drivers/transport/transport.ts'
import { TransportError } from '#drivers/transport/transport.ts'

/** Bytes that passed since the last `count`, as the till sees them. */
export type Direction = 'out' | 'in'

/**
 * Told of every byte. An action: the byte still passes, then it is carried out, and what would have followed is
 * lost.
 */
export type Watch = (direction: Direction) => (() => void) | null

/**
 * The wire between a till and a terminal, byte by byte. It can be cut, and comes back when its time is over. Over
 * TCP each opening is a new connection; a serial line is one line for the terminal, whoever holds the other end.
 */
export class Line {
  readonly #timers: Timers
  readonly #simulator: TerminalSimulator
  readonly #via: Via
  #watch: Watch = () => null
  #awayUntilMs = 0
  #near: Link | null = null
  #far: Link | null = null

  constructor(timers: Timers, simulator: TerminalSimulator, via: Via) {
    this.#timers = timers
    this.#simulator = simulator
    this.#via = via
  }

  /** Judges every byte from now on. */
  watch(watch: Watch): void {
    this.#watch = watch
  }

  /** Nothing passes any more, and nobody gets through for so long. */
  cut(awayMs: number): void {
    this.#awayUntilMs = this.#timers.nowMs() + awayMs
    const ends = [this.#near, this.#far]
    this.#near = null
    this.#far = null
    for (const end of ends) void end?.close()
  }

  /** The till's process is gone: over TCP the terminal hears the end, on a serial line it hears nothing. */
  leave(): void {
    const near = this.#near
    this.#near = null
    if (this.#via === 'serial') return
    void near?.close()
    void this.#far?.close()
    this.#far = null
  }

  /** One till's way to the terminal; ended by `isAlive`. */
  transport(isAlive: () => boolean): Transport {
    return {
      name: `virtual ${this.#via}`,
      open: async (signal) => {
        if (!isAlive()) throw new TransportError('closed', 'dead')
        if (signal?.aborted) throw new TransportError('aborted', 'gave up opening')
        if (this.#timers.nowMs() < this.#awayUntilMs) throw new TransportError('refused', 'the line is cut')
        const [near, middle] = linkPair()
        const far = this.#reach()
        this.#near = near
        const unhear = far.onData((bytes) => void this.#pass('in', bytes, middle))
        middle.onData((bytes) => void this.#pass('out', bytes, far))
        middle.onClose(() => {
          unhear()
          if (this.#via !== 'serial') void far.close()
        })
        far.onClose(() => void middle.close())
        return near
      },
    }
  }

  /** The till's side of the terminal's end; made anew for each TCP connection and for each life of a serial line. */
  #reach(): Link {
    if (this.#via === 'serial' && this.#far !== null) return this.#far
    const [ours, terminal] = linkPair()
    this.#far = ours
    ours.onClose(() => {
      if (this.#far === ours) this.#far = null
    })
    this.#simulator.accept(terminal, this.#via)
    return ours
  }

  async #pass(direction: Direction, bytes: Uint8Array, to: Link): Promise<void> {
    let passed = 0
    let action: (() => void) | null = null
    while (action === null && passed < bytes.length) {
      action = this.#watch(direction)
      passed += 1
    }
    await to.write(bytes.subarray(0, passed)).catch(() => undefined)
    action?.()
  }
}
