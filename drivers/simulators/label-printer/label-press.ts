import { pngOf } from '#drivers/printers/picture/png.ts'
import { pause, type Timers } from '#drivers/transport/timers.ts'
import type { PaperSheet } from '#shared/contract/devices.ts'
import type { ReadyFormat } from './format-reader.ts'

export type LabelFault = 'none' | 'paperOut' | 'headOpen' | 'paused'

/** Formats that wait at most; a real buffer holds megabytes. */
const mostWaiting = 500

/** A format whose labels are coming out. */
interface Batch {
  readonly label: Omit<PaperSheet, 'id'>
  remaining: number
}

export interface PressOptions {
  readonly timers: Timers
  /** What one label takes to come out, ms. */
  readonly labelMs: number
  /** Labels on the roll. */
  readonly roll: number
  readonly onLabel: (label: PaperSheet) => void
}

/** The mechanism: formats wait in order, labels come out one by one until something is wrong. */
export class LabelPress {
  readonly #options: PressOptions
  #waiting: ReadyFormat[] = []
  #batch: Batch | null = null
  #fault: LabelFault = 'none'
  #roll: number
  #running = false
  #printed = 0

  constructor(options: PressOptions) {
    this.#options = options
    this.#roll = options.roll
  }

  get fault(): LabelFault {
    return this.#fault
  }

  get waiting(): number {
    return this.#waiting.length
  }

  get remaining(): number {
    return this.#batch?.remaining ?? 0
  }

  get printed(): number {
    return this.#printed
  }

  /** @returns whether there was room for it */
  add(format: ReadyFormat): boolean {
    if (this.#waiting.length >= mostWaiting) return false
    this.#waiting.push(format)
    void this.#run()
    return true
  }

  setFault(fault: LabelFault): void {
    this.#fault = fault
    void this.#run()
  }

  loadRoll(labels: number): void {
    this.#roll = labels
    this.setFault('none')
  }

  /** `~JA`: nothing more than the label that is coming out. */
  cancel(): void {
    this.#waiting = []
    if (this.#batch !== null) this.#batch.remaining = 1
  }

  /** Power is gone: the label under the head stays where it is. */
  stop(): void {
    this.#waiting = []
    this.#batch = null
  }

  async #run(): Promise<void> {
    if (this.#running) return
    this.#running = true
    while (this.#fault === 'none') {
      this.#batch ??= this.#next()
      const batch = this.#batch
      if (batch === null) break
      if (this.#roll <= 0) {
        this.#fault = 'paperOut'
        break
      }
      await pause(this.#options.timers, this.#options.labelMs)
      if (this.#batch === batch) this.#comeOut(batch)
    }
    this.#running = false
  }

  #next(): Batch | null {
    const format = this.#waiting.shift()
    if (format === undefined) return null
    const { widthDots, heightDots, bytesPerRow, dots } = format.area
    const png = Buffer.from(pngOf({ bytesPerRow, rows: heightDots, data: dots }, widthDots))
    const label = { png: png.toString('base64'), widthDots, heightDots, cut: false }
    return { label, remaining: format.quantity }
  }

  #comeOut(batch: Batch): void {
    this.#roll--
    this.#printed++
    batch.remaining--
    if (batch.remaining <= 0) this.#batch = null
    this.#options.onLabel({ id: this.#printed, ...batch.label })
  }
}
