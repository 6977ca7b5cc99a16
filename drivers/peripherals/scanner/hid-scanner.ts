import { KeptLink } from '#drivers/transport/kept-link.ts'
import { realTimers, type Timers } from '#drivers/transport/timers.ts'
import type { Transport, Unsubscribe } from '#drivers/transport/transport.ts'
import { KeyboardReports } from './keyboard-reports.ts'
import { PosReports } from './pos-reports.ts'
import type { Scan } from './scan.ts'

export interface ScannerTimings {
  readonly connectMs: number
  /** Pauses before each try to come back after it was unplugged. */
  readonly backOffMs: readonly number[]
  /** Between two keys or reports of one code. Scanners need under 20; people over 60. [20, 1000], default 100 */
  readonly interKeyMs: number
}

const scannerTimings: ScannerTimings = {
  connectMs: 3_000,
  backOffMs: [250, 500, 1_000, 2_000, 5_000],
  interKeyMs: 100,
}

export interface ScannerParts {
  readonly transport: Transport
  readonly timers?: Timers
  readonly timings?: Partial<ScannerTimings>
}

export type ScannerHealth =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: 'unreachable' | 'closed'; readonly text: string }

/**
 * A bar code scanner read by HID usages and not by what the operating system types: the same code is the same text
 * under a French, an Arabic or any other layout. Guarantees: each code is told once and whole, in order; a code
 * without an end is dropped; memory is bounded; unplugged and plugged in again it reads on, and both are told.
 */
export interface Scanner {
  /** Resolves after the first try, whether it worked or not. Never rejects. */
  open(): Promise<void>
  onScan(listener: (scan: Scan) => void): Unsubscribe
  onHealth(listener: (health: ScannerHealth) => void): Unsubscribe
  readonly health: ScannerHealth
  /** Idempotent; nothing is told after it. */
  close(): Promise<void>
}

/** Keyboard and POS reports are told apart by their length: 8 or 9 bytes, and 64. */
export function hidScanner(parts: ScannerParts): Scanner {
  const timers = parts.timers ?? realTimers
  const timings = { ...scannerTimings, ...parts.timings }
  const scanListeners = new Set<(scan: Scan) => void>()
  const healthListeners = new Set<(health: ScannerHealth) => void>()
  const keyboard = new KeyboardReports()
  const pos = new PosReports()
  let health: ScannerHealth = { ok: false, reason: 'closed', text: 'not opened yet' }
  let cancelSilence = (): void => undefined

  const silence = (): void => {
    keyboard.silence()
    pos.silence()
  }
  const kept = new KeptLink({
    transport: parts.transport,
    timers,
    backOffMs: timings.backOffMs,
    connectMs: timings.connectMs,
    onData(report) {
      cancelSilence()
      for (const scan of [...keyboard.feed(report), ...pos.feed(report)]) {
        for (const listener of [...scanListeners]) listener(scan)
      }
      if (keyboard.halfway || pos.halfway) cancelSilence = timers.after(timings.interKeyMs, silence)
    },
    onState(state) {
      cancelSilence()
      keyboard.reset()
      pos.silence()
      if (state.state === 'open') health = { ok: true, text: parts.transport.name }
      else if (state.state === 'closed') health = { ok: false, reason: 'closed', text: 'closed' }
      else health = { ok: false, reason: 'unreachable', text: state.detail }
      for (const listener of [...healthListeners]) listener(health)
    },
  })
  const subscribe = <T>(listeners: Set<T>, listener: T): Unsubscribe => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  return {
    open: () => kept.open(),
    onScan: (listener) => subscribe(scanListeners, listener),
    onHealth: (listener) => subscribe(healthListeners, listener),
    get health() {
      return health
    },
    async close() {
      await kept.close()
      scanListeners.clear()
      healthListeners.clear()
    },
  }
}
