import type { Side } from './layout/strip.ts'
import { pageBytes } from './letters/code-page.ts'
import type { OwnText } from './letters/line-pieces.ts'
import type { EncodedJob } from './line-printer.ts'
import type { PrinterProfile } from './printer.ts'

/** How a language says the modes of its letters. */
export interface ModeCommands {
  /** A known state: at the left, not bold, of single size. @param page of the letters, by its number */
  readonly initialise: (page: number) => Uint8Array
  readonly align: (side: Side) => Uint8Array
  readonly bold: (on: boolean) => Uint8Array
  readonly size: (times: 1 | 2) => Uint8Array
}

/** The bytes of a job so far, and what the printer's modes are after them: a mode is only sent when it changes. */
export class JobBytes {
  /** Length of the paper so far, about. */
  heightDots = 0
  readonly #commands: ModeCommands
  readonly #page: PrinterProfile['codePage']
  readonly #parts: Uint8Array[]
  #side: Side = 'left'
  #bold = false
  #size: 1 | 2 = 1

  constructor(page: PrinterProfile['codePage'], commands: ModeCommands) {
    this.#parts = [commands.initialise(page.number)]
    this.#page = page
    this.#commands = commands
  }

  get side(): Side {
    return this.#side
  }

  get bold(): boolean {
    return this.#bold
  }

  get size(): 1 | 2 {
    return this.#size
  }

  /** One command, whole: a question may stand behind it. */
  push(command: Uint8Array): void {
    this.#parts.push(command)
  }

  letters({ text, bold, size }: OwnText): void {
    if (bold !== this.#bold) this.push(this.#commands.bold(bold))
    if (size !== this.#size) this.push(this.#commands.size(size))
    this.#bold = bold
    this.#size = size
    this.push(pageBytes(text, this.#page.name))
  }

  turn(side: Side): void {
    if (side === this.#side) return
    this.push(this.#commands.align(side))
    this.#side = side
  }

  encoded(): EncodedJob {
    let at = 0
    const breaks = this.#parts.map((part) => (at += part.length))
    return { bytes: Buffer.concat(this.#parts), heightDots: this.heightDots, breaks }
  }
}
