import { pngOf } from '#drivers/printers/picture/png.ts'
import type { Link } from '#drivers/transport/transport.ts'
import type { PaperFault, PaperSheet } from '#shared/contract/devices.ts'
import { automaticStatus, type Condition, statusByte, transmitStatus } from './answers.ts'
import { type ReadCommand, readCommand } from './command-reader.ts'
import { PrintHead } from './head.ts'
import { RealTimeWatch } from './real-time-watch.ts'

export interface PrinterSimulatorOptions {
  /** Printable dots across. Default 576. */
  readonly widthDots?: number
  /** Paper on the roll, in dots; at its end the printer stops as paper out. Default: endless. */
  readonly rollDots?: number
  /** `false`: a clone that never answers anything. Default `true`; `mute()` makes it so later. */
  readonly answers?: boolean
  /** Pause after each command that moves the paper, ms: a slow printer. Default 0. */
  readonly lineMs?: number
  /** Told of what a driver should not have sent: unknown commands, commands in the wrong place. */
  readonly onReport?: (what: string) => void
}

export interface PrinterSimulator {
  readonly widthDots: number
  /** A cable is plugged in: a transport's far end. Several may follow each other; their bytes print in that order. */
  accept(link: Link): void
  /** Holds until told otherwise. Back at `none`, what was waiting in the buffer prints, as on the real thing. */
  setFault(fault: PaperFault): void
  fault(): PaperFault
  setPaperLow(low: boolean): void
  /** Answers nothing from now on: a line whose way back broke. */
  mute(): void
  /** Every piece of paper that is cut or torn off. */
  onSheet(listener: (sheet: PaperSheet) => void): () => void
  /** How often the drawer was kicked open. */
  kicks(): number
  /** Whether paper is moving at this moment. */
  printing(): boolean
  /** Everything reported so far. */
  reports(): readonly string[]
  /** A new roll of this many dots (endless without), and the cover closed. */
  loadPaper(rollDots?: number): void
  /** Someone tears off what stands out of the printer. `null`: nothing stood out. */
  tear(): PaperSheet | null
  /** The plug is pulled and put back: buffers and modes are gone, links are lost, the paper stays. */
  powerCycle(): Promise<void>
}

/** Bytes of one connection that wait to be printed. */
interface Input {
  readonly link: Link
  bytes: Uint8Array
  open: boolean
}

/** An ESC/POS receipt printer in software. What it does not do: see README.md beside this file. */
export function printerSimulator(options: PrinterSimulatorOptions = {}): PrinterSimulator {
  const { widthDots = 576, lineMs = 0, onReport } = options
  const reports: string[] = []
  const report = (what: string) => {
    reports.push(what)
    onReport?.(what)
  }
  let head = new PrintHead(widthDots, report)
  let inputs: Input[] = []
  const sheetListeners = new Set<(sheet: PaperSheet) => void>()
  let fault: PaperFault = 'none'
  let paperLow = false
  let roll = options.rollDots ?? Number.POSITIVE_INFINITY
  let kicks = 0
  let sheetId = 0
  let automatic: Link | null = null
  let printing = false
  let answers = options.answers ?? true

  const condition = (): Condition => ({ fault, paperLow, drawerOpen: false })
  const reply = (link: Link, bytes: Uint8Array) => {
    if (answers) link.write(bytes).catch(() => undefined)
  }

  const sheetOf = (cut: boolean): PaperSheet | null => {
    const { heightDots, dots } = head.paper.take()
    if (heightDots === 0) return null
    const strip = { bytesPerRow: head.paper.bytesPerRow, rows: heightDots, data: dots }
    const png = Buffer.from(pngOf(strip, widthDots)).toString('base64')
    const sheet: PaperSheet = { id: ++sheetId, png, widthDots, heightDots, cut }
    for (const listener of sheetListeners) listener(sheet)
    return sheet
  }

  const changeFault = (next: PaperFault) => {
    if (fault === next) return
    fault = next
    if (automatic !== null) reply(automatic, automaticStatus(condition()))
    if (fault === 'none') void print()
  }

  const perform = (input: Input, command: ReadCommand) => {
    const n = command.bytes[0] ?? 0
    if (command.name === 'unknown') {
      report(`unknown command ${Buffer.from(command.bytes).toString('hex')}`)
    } else if (command.name === 'ESC p') {
      kicks++
    } else if (command.name === 'GS a') {
      automatic = n === 0 ? null : input.link
      if (automatic !== null) reply(automatic, automaticStatus(condition()))
    } else if (command.name === 'GS r') {
      reply(input.link, Uint8Array.of(transmitStatus(n, condition())))
    } else if (command.name === 'GS ( H') {
      // fn 48: 37h 22h, the four bytes of the id, 00h, once everything before it is on paper.
      if (n === 48) reply(input.link, Uint8Array.of(0x37, 0x22, ...command.bytes.subarray(2, 6), 0))
      else report(`GS ( H function ${n} is not simulated`)
    } else {
      const before = head.paper.heightDots
      const cut = head.run(command)
      roll -= head.paper.heightDots - before
      if (cut) sheetOf(true)
      if (roll <= 0) changeFault('paperOut')
    }
  }

  const next = (): { input: Input; command: ReadCommand } | null => {
    for (;;) {
      const input = inputs[0]
      if (input === undefined) return null
      const command = readCommand(input.bytes)
      if (command !== null) return { input, command }
      if (input.open) return null
      if (input.bytes.length > 0) report(`${input.bytes.length} bytes of a lost connection dropped`)
      inputs.shift()
    }
  }

  const print = async (): Promise<void> => {
    if (printing) return
    printing = true
    while (fault === 'none') {
      const job = next()
      if (job === null) break
      job.input.bytes = job.input.bytes.subarray(job.command.length)
      const before = head.paper.heightDots
      perform(job.input, job.command)
      if (lineMs > 0 && head.paper.heightDots > before) await new Promise((wake) => setTimeout(wake, lineMs))
    }
    printing = false
  }

  return {
    widthDots,
    accept(link) {
      const input: Input = { link, bytes: new Uint8Array(), open: true }
      const watch = new RealTimeWatch()
      inputs.push(input)
      link.onData((bytes) => {
        for (const byte of bytes) {
          const seen = watch.see(byte)
          if (seen?.kind === 'status') reply(link, Uint8Array.of(statusByte(seen.n, condition())))
          else if (seen?.kind === 'kick') kicks++
          else if (seen?.kind === 'recover' && seen.clear)
            for (const each of inputs) each.bytes = new Uint8Array()
        }
        input.bytes = Buffer.concat([input.bytes, bytes])
        void print()
      })
      link.onClose(() => {
        input.open = false
        if (automatic === link) automatic = null
        void print()
      })
    },
    setFault: changeFault,
    fault: () => fault,
    setPaperLow(low) {
      paperLow = low
      if (automatic !== null) reply(automatic, automaticStatus(condition()))
    },
    mute() {
      answers = false
    },
    onSheet(listener) {
      sheetListeners.add(listener)
      return () => sheetListeners.delete(listener)
    },
    kicks: () => kicks,
    printing: () => printing,
    reports: () => reports,
    loadPaper(rollDots = Number.POSITIVE_INFINITY) {
      roll = rollDots
      changeFault('none')
    },
    tear: () => sheetOf(false),
    async powerCycle() {
      const links = inputs.filter((input) => input.open).map((input) => input.link)
      inputs = []
      automatic = null
      const standing = head.paper.take()
      head = new PrintHead(widthDots, report)
      head.paper.lay(standing.dots, standing.heightDots)
      await Promise.all(links.map((link) => link.close()))
    },
  }
}
