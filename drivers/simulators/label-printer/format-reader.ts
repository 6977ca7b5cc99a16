import { drawField } from './draw-field.ts'
import { afterField, type Field, noField } from './field.ts'
import { LabelArea } from './label-area.ts'
import { afterSetup, factorySetup, type Setup, turnedAway } from './setup.ts'
import type { ZplCommand } from './zpl-reader.ts'

/** A format that is ready: one label, and how often it is wanted. */
export interface ReadyFormat {
  readonly area: LabelArea
  readonly quantity: number
}

interface DrawnUnder {
  readonly field: Field
  readonly setup: Setup
}

/** Commands in, labels out. Keeps its settings from format to format and half a format until it is ended. */
export class FormatReader {
  readonly #headDots: number
  readonly #report: (what: string) => void
  #setup: Setup
  /** Finished fields of the format that has begun, with the settings each was made under; `null`: none has. */
  #fields: DrawnUnder[] | null = null
  #field: Field = noField
  #quantity = 1

  /** @param headDots what the printer can reach across */
  constructor(headDots: number, report: (what: string) => void) {
    this.#headDots = headDots
    this.#report = report
    this.#setup = factorySetup(headDots)
  }

  /** Whether a format has begun and not ended. */
  get partial(): boolean {
    return this.#fields !== null
  }

  get labelDots(): number {
    return this.#setup.lengthDots
  }

  /** `~JX`: what has begun is forgotten. */
  cancel(): void {
    this.#fields = null
    this.#field = noField
    this.#quantity = 1
  }

  /** @returns a format, at its `^XZ` */
  take(command: ZplCommand): ReadyFormat | null {
    if (command.name === '^XA') return this.#begin()
    if (this.#fields === null) {
      this.#report(`${command.name} outside a format`)
      return null
    }
    if (command.name === '^XZ') return this.#end(this.#fields)
    if (command.name === '^PQ') this.#count(command.data)
    else if (command.name === '^FS') this.#finishField()
    else this.#describe(command)
    return null
  }

  #begin(): null {
    // A real printer goes on in the format that was never ended, and prints its fields among the new ones.
    if (this.#fields !== null) this.#report('^XA inside a format')
    else this.#fields = []
    return null
  }

  #describe(command: ZplCommand): void {
    const setup = afterSetup(this.#setup, command, this.#report)
    if (setup !== null) {
      this.#setup = setup
      return
    }
    const field = afterField(this.#field, command, this.#report)
    if (field === null) this.#report(`${command.name} is not simulated`)
    else this.#field = field
  }

  #finishField(): void {
    if (this.#field.data === null && this.#field.graphic === null) this.#report('^FS without a field')
    else this.#fields?.push({ field: this.#field, setup: this.#setup })
    this.#field = noField
  }

  /** ^PQq,p,r,o: neither pauses nor copies of a serial number. */
  #count(data: string): void {
    const [quantity = '1', pauseAfter = '0', copies = '0'] = data.split(',')
    if (!/^[1-9]\d{0,7}$/.test(quantity)) this.#report(`^PQ${data}: not a number of labels`)
    else this.#quantity = Number(quantity)
    if (pauseAfter !== '0' || copies !== '0') this.#report(`^PQ${data}: only a quantity is simulated`)
  }

  #end(fields: readonly DrawnUnder[]): ReadyFormat {
    if (this.#field !== noField) this.#report('^XZ inside a field')
    for (const turned of turnedAway(this.#setup)) this.#report(turned)
    const { widthDots, lengthDots } = this.#setup
    if (widthDots > this.#headDots) this.#report(`^PW${widthDots} is wider than the head`)
    const area = new LabelArea(Math.min(widthDots, this.#headDots), lengthDots)
    for (const { field, setup } of fields) drawField(field, setup, area, this.#report)
    const ready = { area, quantity: this.#quantity }
    this.cancel()
    return ready
  }
}
