import { maskText } from '#drivers/terminals/masking.ts'
import type { Clock } from '#electron/platform/clock.ts'
import type { DeviceHealth, DeviceKind, DevicePlace, DeviceView } from '#shared/contract/devices.ts'

/** Longest detail of an error that is kept, characters. */
const longestDetail = 300

type Change = Partial<
  Pick<DeviceView, 'health' | 'trouble' | 'step' | 'papers' | 'capabilities' | 'lastError'>
>

/** Which of a till's devices: the terminal, the main printer, the second of the other printers, … */
export interface Seat {
  readonly kind: DeviceKind
  /** One seat, one key. The main one of a kind has the kind's name. */
  readonly key: string
}

export const mainSeat = (kind: DeviceKind): Seat => ({ kind, key: kind })

/** In the order they are shown. */
const kinds: readonly DeviceKind[] = ['terminal', 'printer', 'reader', 'scanner']

/**
 * What the screens see of the devices, kept in one place and told to whoever watches, once a change. A till without a
 * terminal or a printer says so; whatever else nobody configured is not missed.
 */
export class DeviceBoard {
  readonly #clock: Clock
  readonly #seats = new Map<string, DeviceView>([
    ['terminal', absent('terminal')],
    ['printer', absent('printer')],
  ])
  #views: readonly DeviceView[] = [...this.#seats.values()]
  readonly #watchers = new Set<(views: readonly DeviceView[]) => void>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  list(): readonly DeviceView[] {
    return this.#views
  }

  find(id: string): DeviceView | null {
    return this.#views.find((each) => each.id === id && each.health !== 'absent') ?? null
  }

  watch(listener: (views: readonly DeviceView[]) => void): () => void {
    this.#watchers.add(listener)
    return () => this.#watchers.delete(listener)
  }

  /** The device in this seat is another now. */
  place({ key }: Seat, view: DeviceView): void {
    this.#seats.set(key, view)
    this.#show()
  }

  /** There is no device in this seat any more. */
  remove({ kind, key }: Seat): void {
    const missed = key === kind && (kind === 'terminal' || kind === 'printer')
    if (missed) this.#seats.set(key, absent(kind))
    else if (!this.#seats.delete(key)) return
    this.#show()
  }

  /** Changes one device, unless it is another by now. */
  tell(id: string, change: Change): void {
    for (const [key, view] of this.#seats) {
      if (view.id !== id || view.health === 'absent') continue
      const same = Object.entries(change).every(([name, value]) => view[name as keyof DeviceView] === value)
      if (!same) this.place({ kind: view.kind, key }, { ...view, ...change })
    }
  }

  /** Something is wrong: shown until the device is well, and remembered after that. */
  trouble(id: string, trouble: string, detail: string): void {
    const told = maskText(detail).slice(0, longestDetail)
    this.tell(id, {
      health: 'trouble',
      trouble,
      lastError: { at: this.#clock.now(), trouble, detail: told },
    })
  }

  #show(): void {
    const seated = [...this.#seats.values()]
    this.#views = kinds.flatMap((kind) => seated.filter((view) => view.kind === kind))
    for (const watcher of [...this.#watchers]) watcher(this.#views)
  }
}

/** How a device starts: simulated ones and those in a person's hand are well, real ones have not been heard of yet. */
export function freshView(
  kind: DeviceKind,
  id: string,
  config: { readonly protocol: string; readonly place: DevicePlace; readonly name: string },
): DeviceView {
  const simulated = config.place.via === 'simulated'
  const health: DeviceHealth = simulated || config.place.via === 'hand' ? 'ready' : 'unknown'
  return {
    id,
    kind,
    name: config.name,
    protocol: config.protocol,
    place: placeName(config.place),
    simulated,
    health,
    trouble: null,
    step: null,
    lastError: null,
  }
}

/** A place where no device is configured. */
const absent = (kind: 'terminal' | 'printer'): DeviceView => ({
  id: kind,
  kind,
  name: '',
  protocol: '',
  place: '',
  simulated: false,
  health: 'absent',
  trouble: null,
  step: null,
})

/** `tcp 127.0.0.1:4444`, `serial /dev/ttyUSB0 9600`, `simulated`. */
export function placeName(place: DevicePlace): string {
  switch (place.via) {
    case 'simulated':
    case 'hand':
      return place.via
    case 'tcp':
    case 'https':
      return `${place.via} ${place.host}:${place.port}`
    case 'serial':
      return `serial ${place.path} ${place.baud}${place.format === undefined ? '' : ` ${place.format}`}`
    case 'hid':
    case 'usb':
    case 'file':
      return `${place.via} ${place.path}`
    case 'spooler':
      return `spooler ${place.printer}`
  }
}
