import type { DevicePlace, SerialFlow, SerialFormat } from '#shared/contract/devices.ts'
import type { Via, Wiring } from './wirings.data.ts'

/** Where a device is, as the form holds it: every way at once, so that changing one’s mind loses nothing. */
export interface PlaceDraft {
  readonly via: Via
  readonly host: string
  readonly port: string
  /** A serial port, a USB printer, a file; of Windows’ spooler the printer’s name. */
  readonly path: string
  readonly hid: string
  readonly baud: string
  readonly format: SerialFormat | 'usual'
  readonly flow: SerialFlow
}

export const emptyPlace: PlaceDraft = {
  via: 'hand',
  host: '',
  port: '',
  path: '',
  hid: '',
  baud: '',
  format: 'usual',
  flow: 'none',
}

/** The form as a place is configured now. */
export function placeDraftOf(place: DevicePlace): PlaceDraft {
  const draft = { ...emptyPlace, via: place.via }
  switch (place.via) {
    case 'tcp':
    case 'https':
      return { ...draft, host: place.host, port: String(place.port) }
    case 'serial':
      return {
        ...draft,
        path: place.path,
        baud: String(place.baud),
        format: place.format ?? 'usual',
        flow: place.flow ?? 'none',
      }
    case 'usb':
    case 'file':
      return { ...draft, path: place.path }
    case 'spooler':
      return { ...draft, path: place.printer }
    case 'hid':
      return { ...draft, hid: place.path }
    default:
      return draft
  }
}

/** The same place on another way: what that way comes with, the rest as it was typed. */
export const rewired = (draft: PlaceDraft, via: Via, wiring: Wiring): PlaceDraft => ({
  ...draft,
  via,
  port: wiring.port ?? draft.port,
  baud: wiring.baud ?? draft.baud,
  format: 'usual',
})

const whole = (text: string, { least, most }: { least: number; most: number }): boolean =>
  /^\d{1,7}$/.test(text.trim()) && Number(text) >= least && Number(text) <= most

export const portRange = { least: 1, most: 65_535 } as const
export const baudRange = { least: 300, most: 921_600 } as const

export type PlaceFault = 'missing' | 'wrongNumber'
export type PlaceFaults = Partial<Record<'host' | 'port' | 'path' | 'hid' | 'baud', PlaceFault>>

const byPath: ReadonlySet<Via> = new Set(['serial', 'usb', 'spooler', 'file'])

/** What stands in the way of using this place; empty when nothing does. */
export function placeFaults(draft: PlaceDraft): PlaceFaults {
  const faults: PlaceFaults = {}
  const { via } = draft
  if (via === 'tcp' || via === 'https') {
    if (draft.host.trim() === '') faults.host = 'missing'
    if (!whole(draft.port, portRange)) faults.port = 'wrongNumber'
  }
  if (byPath.has(via) && draft.path.trim() === '') faults.path = 'missing'
  if (via === 'serial' && !whole(draft.baud, baudRange)) faults.baud = 'wrongNumber'
  if (via === 'hid' && draft.hid === '') faults.hid = 'missing'
  return faults
}

/** @param draft without faults */
export function placeOf(draft: PlaceDraft): DevicePlace {
  const { via } = draft
  switch (via) {
    case 'tcp':
    case 'https':
      return { via, host: draft.host.trim(), port: Number(draft.port) }
    case 'serial': {
      const format = draft.format === 'usual' ? {} : { format: draft.format }
      const flow = draft.flow === 'none' ? {} : { flow: draft.flow }
      return { via, path: draft.path.trim(), baud: Number(draft.baud), ...format, ...flow }
    }
    case 'usb':
    case 'file':
      return { via, path: draft.path.trim() }
    case 'spooler':
      return { via, printer: draft.path.trim() }
    case 'hid':
      return { via, path: draft.hid }
    case 'simulated':
    case 'hand':
      return { via }
  }
}
