import { realTimers, type Timers } from '#drivers/transport/timers.ts'
import type { Link } from '#drivers/transport/transport.ts'
import type { PaperSheet } from '#shared/contract/devices.ts'
import { FormatReader } from './format-reader.ts'
import { hostStatus } from './host-status.ts'
import { type LabelFault, LabelPress } from './label-press.ts'
import { type ZplCommand, ZplReader } from './zpl-reader.ts'

export interface LabelPrinterSimulatorOptions {
  /** Dots the head reaches across. Default 832: four inches at 203 dpi. */
  readonly headDots?: number
  /** Labels on the roll; behind the last one the printer stops as out of paper. Default: endless. */
  readonly rollLabels?: number
  /** What one label takes to come out, ms. Default 0. */
  readonly labelMs?: number
  /** `false`: nothing ever comes back. Default `true`; `mute()` makes it so later. */
  readonly answers?: boolean
  /** Firmware that lets `~HS` pass while the roll is empty or the head open, as the guide warns. Default `false`. */
  readonly silentWhenStopped?: boolean
  readonly timers?: Timers
  /** Told of whatever a driver should not have sent. */
  readonly onReport?: (what: string) => void
}

export interface LabelPrinterSimulator {
  readonly headDots: number
  /** A cable is plugged in: a transport's far end. */
  accept(link: Link): void
  /** Holds until told otherwise. Back at `none`, what was waiting prints by itself, as on the real thing. */
  setFault(fault: LabelFault): void
  fault(): LabelFault
  /** Answers nothing from now on: a line whose way back broke. */
  mute(): void
  /** Each label as it comes out, a picture of one bit a dot. */
  onLabel(listener: (label: PaperSheet) => void): () => void
  /** How many came out so far. */
  printed(): number
  /** Everything reported so far. */
  reports(): readonly string[]
  /** A new roll of so many labels (endless without), and the head closed. */
  loadRoll(labels?: number): void
  /** The plug is pulled and put back: buffer and settings are gone, links are lost. */
  powerCycle(): Promise<void>
}

/** A ZPL label printer in software. What it does not do: see README.md beside this file. */
export function labelPrinterSimulator(options: LabelPrinterSimulatorOptions = {}): LabelPrinterSimulator {
  const { headDots = 832, labelMs = 0, silentWhenStopped = false, timers = realTimers, onReport } = options
  const reports: string[] = []
  const report = (what: string) => {
    reports.push(what)
    onReport?.(what)
  }
  const listeners = new Set<(label: PaperSheet) => void>()
  const links = new Set<Link>()
  const reader = new ZplReader(report)
  const press = new LabelPress({
    timers,
    labelMs,
    roll: options.rollLabels ?? Number.POSITIVE_INFINITY,
    onLabel: (label) => {
      for (const listener of listeners) listener(label)
    },
  })
  let formats = new FormatReader(headDots, report)
  let answers = options.answers ?? true

  const answerStatus = (link: Link) => {
    const { fault, waiting, remaining } = press
    if (!answers || (silentWhenStopped && (fault === 'paperOut' || fault === 'headOpen'))) return
    const status = hostStatus({
      paperOut: fault === 'paperOut',
      headOpen: fault === 'headOpen',
      paused: fault === 'paused',
      formats: waiting,
      partial: formats.partial,
      remaining,
      labelDots: formats.labelDots,
    })
    link.write(status).catch(() => undefined)
  }

  /** What works at once, wherever in the stream it stands. */
  const atOnce: Readonly<Record<string, (link: Link) => void>> = {
    '~HS': answerStatus,
    '~JX': () => formats.cancel(),
    '~JA': () => {
      formats.cancel()
      press.cancel()
    },
    '~PP': () => press.setFault('paused'),
    '~PS': () => press.setFault(press.fault === 'paused' ? 'none' : press.fault),
  }

  const obey = (command: ZplCommand, link: Link) => {
    const immediate = atOnce[command.name]
    if (immediate !== undefined) {
      immediate(link)
      return
    }
    const ready = formats.take(command)
    if (ready !== null && !press.add(ready)) report('the buffer is full: a format is lost')
  }

  return {
    headDots,
    accept(link) {
      links.add(link)
      link.onData((bytes) => {
        for (const command of reader.read(bytes)) obey(command, link)
      })
      // Half a format stays: nobody tells a printer that its computer went away.
      link.onClose(() => links.delete(link))
    },
    setFault: (fault) => press.setFault(fault),
    fault: () => press.fault,
    mute() {
      answers = false
    },
    onLabel(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    printed: () => press.printed,
    reports: () => reports,
    loadRoll: (labels = Number.POSITIVE_INFINITY) => press.loadRoll(labels),
    async powerCycle() {
      press.stop()
      reader.forget()
      formats = new FormatReader(headDots, report)
      await Promise.all([...links].map((link) => link.close()))
    },
  }
}
