import { access } from 'node:fs/promises'
import { realTimers, type Timers } from '#drivers/transport/timers.ts'
import type { DevicePlace } from '#shared/contract/devices.ts'
import { transportTo } from './device-line.ts'

/** How often a line is looked at, ms. */
export interface WatchPace {
  /** First look after a line was lost; each next one waits twice as long. Default 1000 */
  readonly firstMs: number
  /** Longest wait between two looks. Default 30000 */
  readonly longestMs: number
  /** Between two looks at whether a serial or USB port that is well is still plugged in. Default 2000 */
  readonly presenceMs: number
  /** Patience with a line that is slow to open. Default 3000 */
  readonly openMs: number
}

const usualPace: WatchPace = { firstMs: 1_000, longestMs: 30_000, presenceMs: 2_000, openMs: 3_000 }

export interface WatchedDevice {
  readonly place: DevicePlace
  /** An operation runs, which owns the line. */
  busy(): boolean
  /** The last that was heard of the device is that its line is gone. */
  lost(): boolean
  /** Its port is not there any more, though nobody used it. */
  gone(detail: string): void
  /** Its line opens again: ask it how it is, without moving money. */
  returned(): Promise<void>
}

/**
 * Notices that a device was unplugged, and that it is back. It only ever opens and closes a line, writes no byte to it,
 * and looks at nothing while an operation runs.
 */
export class LineWatch {
  readonly #device: WatchedDevice
  readonly #pace: WatchPace
  readonly #timers: Timers
  #waitMs: number
  #cancelLook: () => void = () => undefined
  #looking: { readonly abort: AbortController; readonly ended: Promise<void> } | null = null
  #closed = false

  constructor(device: WatchedDevice, pace: Partial<WatchPace> = {}, timers: Timers = realTimers) {
    this.#device = device
    this.#pace = { ...usualPace, ...pace }
    this.#timers = timers
    this.#waitMs = this.#pace.firstMs
    if (isWatchable(device.place)) this.#next()
  }

  /** Lets go of the line, for an operation that is about to need it. Resolves when it has. */
  async standAside(): Promise<void> {
    this.#looking?.abort.abort()
    await this.#looking?.ended
  }

  async close(): Promise<void> {
    this.#closed = true
    this.#cancelLook()
    await this.standAside()
  }

  #next(): void {
    if (this.#closed) return
    const lost = this.#device.lost()
    const waitMs = lost ? this.#waitMs : this.#pace.presenceMs
    this.#waitMs = lost ? Math.min(this.#waitMs * 2, this.#pace.longestMs) : this.#pace.firstMs
    this.#cancelLook = this.#timers.after(waitMs, () => {
      const abort = new AbortController()
      const ended = this.#look(abort.signal).finally(() => {
        this.#looking = null
        this.#next()
      })
      this.#looking = { abort, ended }
    })
  }

  async #look(aside: AbortSignal): Promise<void> {
    const device = this.#device
    if (device.busy()) return
    if (!device.lost()) {
      const missing = await missingPort(device.place)
      if (missing !== null && !device.busy() && !aside.aborted) device.gone(missing)
      return
    }
    const open = await this.#opens(aside)
    // Not awaited here: whoever wants the line now waits for the question itself, not for this look.
    if (open && !device.busy() && !aside.aborted) void device.returned()
  }

  async #opens(aside: AbortSignal): Promise<boolean> {
    const { place } = this.#device
    if (!isWatchable(place)) return false
    const limit = new AbortController()
    const cancel = this.#timers.after(this.#pace.openMs, () => limit.abort())
    try {
      const transport = await transportTo(place)
      const link = await transport.open(AbortSignal.any([aside, limit.signal]))
      await link.close()
      return true
    } catch {
      return false
    } finally {
      cancel()
    }
  }
}

/** Not files: to open one may make it. */
type WatchablePlace = Extract<DevicePlace, { via: 'tcp' | 'https' | 'serial' | 'usb' }>

const isWatchable = (place: DevicePlace): place is WatchablePlace =>
  place.via === 'tcp' || place.via === 'https' || place.via === 'serial' || place.via === 'usb'

/** Troubles that may be over as soon as the line opens again. */
export const isLineTrouble = (trouble: string | null | undefined): boolean =>
  trouble === 'unreachable' || trouble === 'lineLost'

/** Only where ports are files: Windows names none. @returns what is missing; `null`: nothing, or it cannot be told */
async function missingPort(place: DevicePlace): Promise<string | null> {
  if ((place.via !== 'serial' && place.via !== 'usb') || process.platform === 'win32') return null
  try {
    await access(place.path)
    return null
  } catch {
    return `${place.path} is not there`
  }
}
