import type { Log } from '#electron/platform/log.ts'
import type { DevicePlace } from '#shared/contract/devices.ts'
import type { Checked } from './answers.ts'
import { type DeviceBoard, freshView, type Seat } from './device-board.ts'
import { type DeviceNames, deviceId } from './device-line.ts'
import type { WireTrace } from './wire-trace.ts'

/** Whatever stands in a slot. */
export interface OpenDevice {
  readonly id: string
  /** `null`: nothing is kept of its wire. */
  readonly trace: WireTrace | null
  check(): Promise<Checked>
  /** Resolves when what it has begun came to its end. Absent: nothing can begin that may not be torn off. */
  idle?(): Promise<void>
  close(): Promise<void>
}

interface SlotConfig {
  readonly protocol: string
  readonly place: DevicePlace
  readonly name: string
  readonly options?: DeviceNames
}

/** The place of one device: opens what is new, closes what is gone, leaves alone what stayed the same. */
export class DeviceSlot<Config extends SlotConfig, Device extends OpenDevice> {
  readonly #seat: Seat
  readonly #board: DeviceBoard
  readonly #log: Log
  readonly #open: (config: Config, id: string) => Promise<Device>
  #config: Config | null = null
  #device: Device | null = null

  constructor(
    seat: Seat,
    { board, log }: { readonly board: DeviceBoard; readonly log: Log },
    open: (config: Config, id: string) => Promise<Device>,
  ) {
    this.#seat = seat
    this.#board = board
    this.#log = log
    this.#open = open
  }

  /** `null`: none is configured, or this machine cannot open it. */
  get device(): Device | null {
    return this.#device
  }

  async adopt(config: Config | null): Promise<void> {
    const same = JSON.stringify(config) === JSON.stringify(this.#config)
    if (same && (this.#device !== null || config === null)) return
    this.#config = config
    await this.#retire()
    if (config === null) return this.#board.remove(this.#seat)
    const id = this.#idOf(config)
    this.#board.place(this.#seat, freshView(this.#seat.kind, id, config))
    try {
      this.#device = await this.#open(config, id)
    } catch (error) {
      // A machine that lacks a native part loses that device, not its till.
      this.#log.error({ err: error, device: id }, 'the device could not be opened')
      this.#board.trouble(id, 'unreachable', (error as Error).message)
    }
  }

  /** Simulated ones of a kind are all at one place: the seat tells them apart. */
  #idOf({ protocol, place, options }: Config): string {
    const { kind, key } = this.#seat
    const id = deviceId(protocol, place, options)
    return place.via === 'simulated' && key !== kind ? `${id}-${key.slice(kind.length + 1)}` : id
  }

  /** Nobody is given it any more; what began a moment ago is not torn off. */
  async #retire(): Promise<void> {
    const device = this.#device
    this.#device = null
    await device?.idle?.()
    await device?.close()
  }

  async close(): Promise<void> {
    const device = this.#device
    this.#device = null
    await device?.close()
  }
}
