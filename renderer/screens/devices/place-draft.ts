import type { DevicePlace, DevicesConfig } from '#shared/contract/devices.ts'

export type ConfiguredKind = 'terminal' | 'printer'
export type Via = DevicePlace['via'] | 'none'

/** What the form holds: every way at once, so that changing one’s mind loses nothing. */
export interface PlaceDraft {
  readonly name: string
  readonly via: Via
  readonly host: string
  readonly port: string
  readonly path: string
  readonly baud: string
  readonly profile: string
}

/** Where each kind listens out of the box: NAPS Pay 4444 and 9600 baud, raw printing 9100 and 19200 baud. */
const usual: Readonly<Record<ConfiguredKind, Pick<PlaceDraft, 'port' | 'baud'>>> = {
  terminal: { port: '4444', baud: '9600' },
  printer: { port: '9100', baud: '19200' },
}

/** The ways a device of a kind is reached; paper may also go to a file. */
export const waysOf = (kind: ConfiguredKind): readonly Via[] =>
  kind === 'printer' ? ['none', 'simulated', 'tcp', 'serial', 'file'] : ['none', 'simulated', 'tcp', 'serial']

/** The form as the till is configured now. */
export function draftOf(kind: ConfiguredKind, config: DevicesConfig, nameless: string): PlaceDraft {
  const set = config[kind]
  const place = set?.place ?? null
  return {
    ...usual[kind],
    name: set?.name ?? nameless,
    via: place?.via ?? 'none',
    host: place?.via === 'tcp' ? place.host : '',
    ...(place?.via === 'tcp' ? { port: String(place.port) } : {}),
    path: place?.via === 'serial' || place?.via === 'file' ? place.path : '',
    ...(place?.via === 'serial' ? { baud: String(place.baud) } : {}),
    profile: config.printer?.profile ?? 'generic-80',
  }
}

const whole = (text: string, least: number, most: number): number | null => {
  const value = /^\d{1,7}$/.test(text.trim()) ? Number(text) : Number.NaN
  return value >= least && value <= most ? value : null
}

export const portRange = { least: 1, most: 65_535 } as const
export const baudRange = { least: 300, most: 921_600 } as const

export type PlaceFault = 'missing' | 'wrongNumber'
export type PlaceFaults = Partial<Record<'name' | 'host' | 'port' | 'path' | 'baud', PlaceFault>>

/** What stands in the way of saving; empty when nothing does. */
export function placeFaults(draft: PlaceDraft): PlaceFaults {
  const faults: PlaceFaults = {}
  if (draft.via === 'none') return faults
  if (draft.name.trim() === '') faults.name = 'missing'
  if (draft.via === 'tcp') {
    if (draft.host.trim() === '') faults.host = 'missing'
    if (whole(draft.port, portRange.least, portRange.most) === null) faults.port = 'wrongNumber'
  }
  if ((draft.via === 'serial' || draft.via === 'file') && draft.path.trim() === '') faults.path = 'missing'
  if (draft.via === 'serial' && whole(draft.baud, baudRange.least, baudRange.most) === null)
    faults.baud = 'wrongNumber'
  return faults
}

function placeOf(draft: PlaceDraft): DevicePlace | null {
  switch (draft.via) {
    case 'none':
      return null
    case 'simulated':
      return { via: 'simulated' }
    case 'tcp':
      return { via: 'tcp', host: draft.host.trim(), port: Number(draft.port) }
    case 'serial':
      return { via: 'serial', path: draft.path.trim(), baud: Number(draft.baud) }
    case 'file':
      return { via: 'file', path: draft.path.trim() }
  }
}

/** The till’s configuration with this one device changed. @param draft without faults */
export function configWith(kind: ConfiguredKind, draft: PlaceDraft, config: DevicesConfig): DevicesConfig {
  const place = placeOf(draft)
  const name = draft.name.trim()
  if (kind === 'terminal') return { ...config, terminal: place && { protocol: 'naps', place, name } }
  return { ...config, printer: place && { protocol: 'escpos', place, name, profile: draft.profile } }
}
