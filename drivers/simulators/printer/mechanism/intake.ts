import type { Link } from '#drivers/transport/transport.ts'

/** How a cable reaches the printer: what it can be told when the buffer is full. */
export type Via = 'serial' | 'other'

/** A link whose far side can be kept waiting (`listenTcp` gives such). */
interface Holdable extends Link {
  hold(): void
  release(): void
}

interface Input {
  readonly link: Link
  readonly via: Via
  bytes: Uint8Array
  open: boolean
}

export interface IntakeOptions {
  /** Bytes the buffer holds. */
  readonly bufferBytes: number
  readonly report: (what: string) => void
  /** Writes to a link, if the printer answers at all. */
  readonly send: (link: Link, bytes: Uint8Array) => void
}

const XON = 0x11
const XOFF = 0x13

/**
 * The receive buffer. Bytes of one network connection print before those of the next; an idle serial line keeps nobody
 * waiting. When it is three quarters full, or the
 * printer is busy, a serial line is sent XOFF and a network connection is no longer read; below a half they are let go
 * on. What a serial host sends beyond the end of the buffer is lost, as on the printer.
 */
export class Intake {
  readonly #options: IntakeOptions
  #inputs: Input[] = []
  #busy = false
  #holding = false
  #losing = false
  /** How often hosts were told to wait. */
  holds = 0

  constructor(options: IntakeOptions) {
    this.#options = options
  }

  get size(): number {
    return this.#inputs.reduce((sum, { bytes }) => sum + bytes.length, 0)
  }

  /** Whether hosts are told to wait. */
  get holding(): boolean {
    return this.#holding
  }

  get links(): readonly { readonly link: Link; readonly via: Via }[] {
    return this.#inputs.filter(({ open }) => open)
  }

  /** @returns what puts bytes of this link into the buffer, and what ends it */
  plug(link: Link, via: Via): { readonly take: (bytes: Uint8Array) => void; readonly end: () => void } {
    const input: Input = { link, via, bytes: new Uint8Array(), open: true }
    this.#inputs.push(input)
    if (this.#holding) this.#tell(input, true)
    return {
      take: (bytes) => {
        const room = via === 'serial' ? this.#options.bufferBytes - this.size : bytes.length
        if (room < bytes.length && !this.#losing) this.#options.report('the buffer is full: bytes are lost')
        this.#losing = room < bytes.length
        input.bytes = Buffer.concat([input.bytes, bytes.subarray(0, Math.max(0, room))])
        this.#regulate()
      },
      end: () => {
        input.open = false
      },
    }
  }

  /** The next command in the order of arrival; `null`: nothing that is complete. */
  next<C extends { readonly length: number }>(
    read: (stream: Uint8Array) => C | null,
  ): { readonly link: Link; readonly command: C } | null {
    for (const input of [...this.#inputs]) {
      const command = read(input.bytes)
      if (command !== null) {
        input.bytes = input.bytes.subarray(command.length)
        this.#regulate()
        return { link: input.link, command }
      }
      // A serial cable is always plugged: while it is idle, others have their turn.
      if (input.open && input.via === 'serial' && input.bytes.length === 0) continue
      if (input.open) return null
      if (input.bytes.length > 0)
        this.#options.report(`${input.bytes.length} bytes of a lost connection dropped`)
      this.#inputs = this.#inputs.filter((each) => each !== input)
    }
    return null
  }

  /** Takes nothing more until told otherwise. */
  setBusy(busy: boolean): void {
    this.#busy = busy
    this.#regulate()
  }

  clear(): void {
    for (const input of this.#inputs) input.bytes = new Uint8Array()
    this.#regulate()
  }

  /** As at power on: serial lines are told to send, whatever they were told before. */
  restart(): void {
    this.#inputs = this.#inputs.filter(({ open }) => open)
    this.#busy = false
    this.#holding = false
    for (const input of this.#inputs) this.#tell(input, false)
  }

  #regulate(): void {
    const { bufferBytes } = this.#options
    const full = this.#busy || this.size >= bufferBytes * (this.#holding ? 0.5 : 0.75)
    if (full === this.#holding) return
    this.#holding = full
    if (full) this.holds++
    for (const input of this.#inputs) if (input.open) this.#tell(input, full)
  }

  #tell({ link, via }: Input, stop: boolean): void {
    if (via === 'serial') this.#options.send(link, Uint8Array.of(stop ? XOFF : XON))
    else if (isHoldable(link)) {
      if (stop) link.hold()
      else link.release()
    }
  }
}

const isHoldable = (link: Link): link is Holdable => 'hold' in link && 'release' in link
