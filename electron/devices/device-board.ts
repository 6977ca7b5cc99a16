import type { DeviceHealth, DeviceKind, DevicePlace, DeviceView } from '#shared/contract/devices.ts'
import type { TerminalStep } from '#shared/kernel/attempt.ts'

type Slot = 'terminal' | 'printer'

/** What the screens see of the devices, kept in one place and told to whoever watches, once a change. */
export class DeviceBoard {
  #views: readonly DeviceView[] = [absent('terminal'), absent('printer')]
  readonly #watchers = new Set<(views: readonly DeviceView[]) => void>()

  list(): readonly DeviceView[] {
    return this.#views
  }

  watch(listener: (views: readonly DeviceView[]) => void): () => void {
    this.#watchers.add(listener)
    return () => this.#watchers.delete(listener)
  }

  replace(view: DeviceView): void {
    this.#views = this.#views.map((each) => (each.kind === view.kind ? view : each))
    for (const watcher of [...this.#watchers]) watcher(this.#views)
  }

  /** Changes one device, unless it is another by now. */
  tell(id: string, change: Partial<Pick<DeviceView, 'health' | 'trouble' | 'step'>>): void {
    const view = this.#views.find((each) => each.id === id)
    if (view === undefined) return
    const same = Object.entries(change).every(([key, value]) => view[key as keyof DeviceView] === value)
    if (!same) this.replace({ ...view, ...change })
  }
}

/** How a device starts: simulated ones are known to be well, real ones have not been heard of yet. */
export function freshView(
  slot: Slot,
  id: string,
  config: { readonly protocol: string; readonly place: DevicePlace; readonly name: string },
): DeviceView {
  const simulated = config.place.via === 'simulated'
  const health: DeviceHealth = simulated ? 'ready' : 'unknown'
  return {
    id,
    kind: slot,
    name: config.name,
    protocol: config.protocol,
    place: placeName(config.place),
    simulated,
    health,
    trouble: null,
    step: null,
  }
}

/** A place where no device is configured. */
export function absent(slot: Slot & DeviceKind): DeviceView {
  return {
    id: slot,
    kind: slot,
    name: '',
    protocol: '',
    place: '',
    simulated: false,
    health: 'absent',
    trouble: null,
    step: null,
  }
}

/** `tcp 127.0.0.1:4444`, `simulated`. */
export function placeName(place: DevicePlace): string {
  switch (place.via) {
    case 'simulated':
      return 'simulated'
    case 'tcp':
      return `tcp ${place.host}:${place.port}`
    case 'serial':
      return `serial ${place.path} ${place.baud}`
    case 'file':
      return `file ${place.path}`
  }
}

/** What a step of the card terminal leaves behind on the board. */
export const stepOnBoard = (
  step: TerminalStep,
): { readonly health: DeviceHealth; readonly step: TerminalStep } => ({ health: 'busy', step })
