import { pngOf } from '#drivers/printers/picture/png.ts'
import { pause, realTimers } from '#drivers/transport/timers.ts'
import type { Link } from '#drivers/transport/transport.ts'
import type { PaperFault, PaperSheet } from '#shared/contract/devices.ts'
import { Carriage, type Work } from './carriage.ts'
import { Intake, type Via } from './intake.ts'
import type {
  Condition,
  Language,
  Machine,
  Mishap,
  PrinterSimulator,
  PrinterSimulatorOptions,
  Pulse,
} from './machine.ts'
import { PaperRoll } from './paper-roll.ts'

/** Paper left when the near-end sensor sees it: 30 cm at 8 dots/mm. */
const nearEndDots = 2_400

export interface BodyOptions extends PrinterSimulatorOptions {
  /** Dots a line moves on at power on. */
  readonly spacingDots: number
}

/**
 * A receipt printer but for its language: power, buffer, sensors, knife, drawer, and paper that moves step by step, so
 * that anything can go wrong between two rows of dots.
 */
export class PrinterBody<C extends { readonly length: number }> implements PrinterSimulator, Machine {
  readonly widthDots: number
  readonly carriage: Carriage
  readonly #language: Language<C>
  readonly #intake: Intake
  readonly #lineMs: number
  readonly #onReport: ((what: string) => void) | undefined
  readonly #reports: string[] = []
  readonly #pulses: Pulse[] = []
  readonly #listeners = new Set<(sheet: PaperSheet) => void>()
  #powered = true
  #answers: boolean
  #fault: PaperFault = 'none'
  #paperLow = false
  #roll: number
  /** The knife jams at the next cut; it is stuck until a person frees it. */
  #jam = false
  #stuck = false
  #mishap: { readonly what: Mishap; readonly atDots: number } | null = null
  /** Paper that came out since the printer was made. */
  #outDots = 0
  #sheetId = 0
  #printing = false
  #work: Work | null = null
  #cutDue = false

  constructor(options: BodyOptions, speak: (machine: Machine) => Language<C>) {
    this.widthDots = options.widthDots ?? 576
    this.#lineMs = options.lineMs ?? 0
    this.#roll = options.rollDots ?? Number.POSITIVE_INFINITY
    this.#answers = options.answers ?? true
    this.#onReport = options.onReport
    this.carriage = new Carriage(new PaperRoll(this.widthDots), options.spacingDots)
    this.#intake = new Intake({
      bufferBytes: options.bufferBytes ?? Number.POSITIVE_INFINITY,
      report: (what) => this.report(what),
      send: (link, bytes) => this.reply(link, bytes),
    })
    this.#language = speak(this)
  }

  /** Bound: it is handed to listeners as it is. */
  readonly accept = (link: Link, via: Via = 'other'): void => {
    const { take, end } = this.#intake.plug(link, via)
    const watch = this.#language.watch(link)
    link.onData((bytes) => {
      if (!this.#powered) return
      watch(bytes)
      take(bytes)
      void this.#print()
    })
    link.onClose(() => {
      end()
      this.#language.lost(link)
      void this.#print()
    })
  }

  condition(): Condition {
    const paperLow = this.#paperLow || this.#roll <= nearEndDots
    return { fault: this.#fault, paperLow, drawerOpen: false }
  }

  waitingBytes(): number {
    return this.#intake.size
  }

  reply(link: Link, bytes: Uint8Array): void {
    if (this.#answers && this.#powered) link.write(bytes).catch(() => undefined)
  }

  report(what: string): void {
    this.#reports.push(what)
    this.#onReport?.(what)
  }

  kick(pulse: Pulse): void {
    this.#pulses.push(pulse)
  }

  clear(): void {
    this.#intake.clear()
    this.#work = null
    this.#cutDue = false
    this.carriage.dropLine()
  }

  recover(): void {
    if (this.#fault === 'cutter' && !this.#stuck) this.#become('none')
  }

  setFault(fault: PaperFault): void {
    this.#stuck = fault === 'cutter'
    this.#become(fault)
  }

  fault(): PaperFault {
    return this.#fault
  }

  setPaperLow(low: boolean): void {
    this.#paperLow = low
    this.#language.changed()
  }

  setBusy(busy: boolean): void {
    this.#intake.setBusy(busy)
  }

  holding(): boolean {
    return this.#intake.holding
  }

  holds(): number {
    return this.#intake.holds
  }

  mute(): void {
    this.#answers = false
  }

  jamCutter(): void {
    this.#jam = true
  }

  failAfter(dots: number, what: Mishap): void {
    this.#mishap = { what, atDots: this.#outDots + dots }
  }

  onSheet(listener: (sheet: PaperSheet) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  kicks(): number {
    return this.#pulses.length
  }

  pulses(): readonly Pulse[] {
    return this.#pulses
  }

  printing(): boolean {
    return this.#printing
  }

  reports(): readonly string[] {
    return this.#reports
  }

  loadPaper(rollDots = Number.POSITIVE_INFINITY): void {
    this.#roll = rollDots
    if (this.#fault === 'paperOut' || this.#fault === 'coverOpen') this.#become('none')
    else this.#language.changed()
  }

  tear(): PaperSheet | null {
    return this.#takeSheet(false)
  }

  powered(): boolean {
    return this.#powered
  }

  powerOff(): void {
    this.clear()
    this.#powered = false
  }

  async powerOn(): Promise<void> {
    this.#powered = true
    // The knife goes home at power on, if it can; an empty roll and an open cover stay what they are.
    if (this.#fault === 'cutter' && !this.#stuck) this.#fault = 'none'
    this.#language.reset()
    const cutOff = this.#intake.links.filter(({ via }) => via !== 'serial')
    await Promise.all(cutOff.map(({ link }) => link.close()))
    this.#intake.restart()
  }

  async powerCycle(): Promise<void> {
    this.powerOff()
    await Promise.all(this.#intake.links.map(({ link }) => link.close()))
    await this.powerOn()
  }

  #become(fault: PaperFault): void {
    if (this.#fault === fault) return
    this.#fault = fault
    this.#language.changed()
    void this.#print()
  }

  async #print(): Promise<void> {
    if (this.#printing) return
    this.#printing = true
    while (this.#powered && this.#fault === 'none') {
      if (this.#cutDue && !this.#cut()) break
      this.#work ??= this.#begin()
      if (this.#work === null) break
      const before = this.#outDots
      while (this.#advance()) if (!this.#powered || this.#fault !== 'none' || this.#cutDue) break
      if (this.#lineMs > 0 && this.#outDots > before) await pause(realTimers, this.#lineMs)
    }
    this.#printing = false
  }

  #begin(): Work | null {
    const job = this.#intake.next((stream) => this.#language.read(stream))
    return job === null ? null : this.#language.run(job.command, job.link)
  }

  /** One step. @returns whether the command has more of them */
  #advance(): boolean {
    const work = this.#work
    if (work === null) return false
    const before = this.carriage.paper.heightDots
    const step = work.next()
    if (step.done === true) this.#work = null
    if (step.value === 'cut') this.#cutDue = true
    this.#moved(this.carriage.paper.heightDots - before)
    return step.done !== true
  }

  #moved(dots: number): void {
    if (dots === 0) return
    const low = this.condition().paperLow
    this.#outDots += dots
    this.#roll -= dots
    if (this.#roll <= 0) this.#become('paperOut')
    else if (this.condition().paperLow !== low) this.#language.changed()
    if (this.#mishap !== null && this.#outDots >= this.#mishap.atDots) this.#strike(this.#mishap.what)
  }

  #strike(what: Mishap): void {
    this.#mishap = null
    if (what === 'power') this.powerOff()
    else if (what === 'mute') this.mute()
    else if (what === 'busy') this.setBusy(true)
    else this.#become(what)
  }

  /** @returns whether the paper is cut; a jammed knife tries again once it was recovered */
  #cut(): boolean {
    if (this.#jam) {
      this.#jam = false
      this.#become('cutter')
      return false
    }
    this.#cutDue = false
    this.#takeSheet(true)
    return true
  }

  #takeSheet(cut: boolean): PaperSheet | null {
    const { heightDots, dots } = this.carriage.paper.take()
    if (heightDots === 0) return null
    const strip = { bytesPerRow: this.carriage.paper.bytesPerRow, rows: heightDots, data: dots }
    const png = Buffer.from(pngOf(strip, this.widthDots)).toString('base64')
    const sheet: PaperSheet = { id: ++this.#sheetId, png, widthDots: this.widthDots, heightDots, cut }
    for (const listener of this.#listeners) listener(sheet)
    return sheet
  }
}
