import { maskText } from '#drivers/terminals/masking.ts'
import type { Clock } from '#electron/platform/clock.ts'
import type { DeviceHealth, DeviceKind, DevicePlace, DeviceView } from '#shared/contract/devices.ts'

/** Longest detail of an error that is kept, characters. */
const longestDetail = 300

type Change = Partial<Pick<DeviceView, 'health' | 'trouble' | 'step' | 'capabilities' | 'lastError'>>

/**
 * What the screens see of the devices, kept in one place and told to whoever watches, once a change. A till without a
 * terminal or a printer says so; a reader or a scanner that nobody configured is not missed.
 */
export class DeviceBoard {
  readonly #clock: Clock
  #views: readonly DeviceView[] = [absent('terminal'), absent('printer')]
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

  /** The device of its kind is another now. */
  place(view: DeviceView): void {
    const known = this.#views.some((each) => each.kind === view.kind)
    this.#show(
      known ? this.#views.map((each) => (each.kind === view.kind ? view : each)) : [...this.#views, view],
    )
  }

  /** There is no device of this kind any more. */
  remove(kind: DeviceKind): void {
    if (kind === 'terminal' || kind === 'printer') this.place(absent(kind))
    else if (this.#views.some((each) => each.kind === kind)) {
      this.#show(this.#views.filter((each) => each.kind !== kind))
    }
  }

  /** Changes one device, unless it is another by now. */
  tell(id: string, change: Change): void {
    const view = this.find(id)
    if (view === null) return
    const same = Object.entries(change).every(([key, value]) => view[key as keyof DeviceView] === value)
    if (!same) this.place({ ...view, ...change })
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

  #show(views: readonly DeviceView[]): void {
    this.#views = views
    for (const watcher of [...this.#watchers]) watcher(views)
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
