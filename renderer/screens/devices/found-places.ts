import type { Discovery } from '#shared/contract/devices.ts'
import type { DeviceDraft } from './device-draft.ts'
import type { PlaceDraft } from './place-draft.ts'

/** One thing that was found, as something to touch. */
export interface FoundPlace {
  readonly key: string
  readonly face: string
  /** Whose usual port this is; `null`: nothing is known of it. */
  readonly usualFor: string | null
  /** What touching it fills in. */
  readonly part: Partial<PlaceDraft>
  readonly chosen: boolean
}

/** What was found on the way that was chosen, likeliest first. */
export function foundPlaces(found: Discovery, { kind, protocol, place }: DeviceDraft): readonly FoundPlace[] {
  switch (place.via) {
    case 'serial':
    case 'usb':
      return found[place.via].map(({ path, label }) => ({
        key: path,
        face: label === '' || label === path ? path : `${label} · ${path}`,
        usualFor: null,
        part: { path },
        chosen: place.path === path,
      }))
    case 'spooler':
      return found.spooler.map((path) => ({
        key: path,
        face: path,
        usualFor: null,
        part: { path },
        chosen: place.path === path,
      }))
    case 'hid': {
      const wanted = kind === 'scanner' ? 'scanner' : protocol
      return [...found.hid]
        .sort((a, b) => Number(b.speaks === wanted) - Number(a.speaks === wanted))
        .map(({ path, label, speaks }) => ({
          key: path,
          face: label,
          usualFor: speaks === null || speaks === 'scanner' ? null : speaks,
          part: { hid: path },
          chosen: place.hid === path,
        }))
    }
    case 'tcp':
    case 'https':
      return [...found.hosts]
        .sort((a, b) => Number(b.usualFor === protocol) - Number(a.usualFor === protocol))
        .map(({ host, port, usualFor }) => ({
          key: `${host}:${port}`,
          face: `${host} : ${port}`,
          usualFor,
          part: { host, port: String(port) },
          chosen: place.host === host && place.port === String(port),
        }))
    default:
      return []
  }
}
