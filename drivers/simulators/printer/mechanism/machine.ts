import type { Link } from '#drivers/transport/transport.ts'
import type { PaperFault, PaperSheet } from '#shared/contract/devices.ts'
import type { Carriage, Work } from './carriage.ts'
import type { Via } from './intake.ts'

/** What the printer can be asked about. */
export interface Condition {
  readonly fault: PaperFault
  readonly paperLow: boolean
  readonly drawerOpen: boolean
}

/** One push of the drawer's magnet. */
export interface Pulse {
  readonly pin: 2 | 5
  readonly onMs: number
}

/** What can go wrong in the middle of a paper. */
export type Mishap = Exclude<PaperFault, 'none'> | 'power' | 'mute' | 'busy'

export interface PrinterSimulatorOptions {
  /** Printable dots across. Default 576. */
  readonly widthDots?: number
  /** Paper on the roll, in dots; at its end the printer stops as paper out. Default: endless. */
  readonly rollDots?: number
  /** `false`: a clone that never answers anything. Default `true`; `mute()` makes it so later. */
  readonly answers?: boolean
  /** Pause after each command that moves the paper, ms: a slow printer. Default 0. */
  readonly lineMs?: number
  /** Bytes the receive buffer holds before the host is told to wait. Default: endless. Real ones: 4 to 64 kB. */
  readonly bufferBytes?: number
  /** A clone whose ESC @ clears nothing: half a line and all modes stay. Default `false`. */
  readonly keepsModes?: boolean
  /** Numbers by which this model knows code pages besides the usual ones: `{ 4: 19 }`, its number and the usual one. */
  readonly codePages?: Readonly<Record<number, number>>
  /** Told of what a driver should not have sent: unknown commands, commands in the wrong place. */
  readonly onReport?: (what: string) => void
}

export interface PrinterSimulator {
  readonly widthDots: number
  /** A cable is plugged in: a transport's far end. Several may follow each other; their bytes print in that order. */
  accept(link: Link, via?: Via): void
  /**
   * Holds until told otherwise (a knife is stuck until then, whatever the host asks for). Back at `none`, what was
   * waiting in the buffer prints, as on the real thing.
   */
  setFault(fault: PaperFault): void
  fault(): PaperFault
  /** The near-end sensor; a roll of known length also sets it by itself, 30 cm before its end. */
  setPaperLow(low: boolean): void
  /** Takes no more bytes: XOFF on a serial line, a network connection that is not read. */
  setBusy(busy: boolean): void
  /** Whether the host is told to wait. */
  holding(): boolean
  /** How often it was. */
  holds(): number
  /** Answers nothing from now on: a line whose way back broke. */
  mute(): void
  /** The knife jams at the next cut, and comes free when the host asks for it or at power on. */
  jamCutter(): void
  /** Something goes wrong once this much more paper has come out, also in the middle of a picture. */
  failAfter(dots: number, mishap: Mishap): void
  /** Every piece of paper that is cut or torn off. */
  onSheet(listener: (sheet: PaperSheet) => void): () => void
  /** How often the drawer was kicked open. */
  kicks(): number
  pulses(): readonly Pulse[]
  /** Whether paper is moving at this moment. */
  printing(): boolean
  /** Everything reported so far. */
  reports(): readonly string[]
  /** A new roll of this many dots (endless without), and the cover closed. */
  loadPaper(rollDots?: number): void
  /** Someone tears off what stands out of the printer. `null`: nothing stood out. */
  tear(): PaperSheet | null
  /** Power is gone: buffers and modes too. Lines stay plugged and silent, their bytes go nowhere; the paper stays. */
  powerOff(): void
  powered(): boolean
  /** And back: what was connected over a network finds itself cut off, a serial line goes on with what comes next. */
  powerOn(): Promise<void>
  /** The plug is pulled and put back at once; every link is lost. */
  powerCycle(): Promise<void>
}

/** What a language is given to work with. */
export interface Machine {
  readonly carriage: Carriage
  condition(): Condition
  /** Bytes that were received and not yet carried out. */
  waitingBytes(): number
  reply(link: Link, bytes: Uint8Array): void
  report(what: string): void
  kick(pulse: Pulse): void
  /** Drops what was received and the line that was gathered. */
  clear(): void
  /** Ends a cutter error, if there is one. */
  recover(): void
}

/** What one language makes of bytes. */
export interface Language<C extends { readonly length: number }> {
  /** The first command of a stream, `null` while it is incomplete. */
  read(stream: Uint8Array): C | null
  /** Carries it out, one step at a time. */
  run(command: C, link: Link): Work
  /** What is obeyed the moment it arrives. @returns takes the bytes of this link as they come */
  watch(link: Link): (bytes: Uint8Array) => void
  /** The condition may have changed. */
  changed(): void
  /** This link is gone. */
  lost(link: Link): void
  /** As at power on. */
  reset(): void
}
