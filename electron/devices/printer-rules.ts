import { labelPrinterProfiles } from '#drivers/printers/labels/label-profiles.data.ts'
import { printerProfiles, profileFor } from '#drivers/printers/profiles.data.ts'
import type { DevicePlace, DevicesConfig, PrinterConfig } from '#shared/contract/devices.ts'
import { placeName } from './device-board.ts'
import { type DeviceIssue, placeIssues, under } from './device-issue.ts'

const vias: readonly DevicePlace['via'][] = ['simulated', 'tcp', 'serial', 'usb', 'spooler', 'hid', 'file']

/** What only the printers' drivers know; paths begin at the top of the configuration. */
export function printerIssues(
  main: DevicesConfig['printer'],
  more: readonly PrinterConfig[],
): readonly DeviceIssue[] {
  const placed = more.map((printer, index) => ({ printer, where: ['morePrinters', String(index)] }))
  if (main !== null) placed.unshift({ printer: main, where: ['printer'] })
  return [
    ...mainIssues(main),
    ...placed.flatMap(({ printer, where }) => oneIssues(printer).map((issue) => under(where, issue))),
    ...sharedPlaces(placed),
  ]
}

/** It opens the drawer, which hangs on a receipt printer. */
const mainIssues = (main: DevicesConfig['printer']): readonly DeviceIssue[] =>
  main?.protocol === 'zpl'
    ? [{ path: ['printer', 'protocol'], message: 'a printer of labels stands among the other printers' }]
    : []

function oneIssues({ place, profile, protocol, papers }: PrinterConfig): readonly DeviceIssue[] {
  const issues = [...placeIssues('printer', place, vias)]
  if (!speaks(profile, protocol)) {
    issues.push({ path: ['profile'], message: `no such profile of a printer that speaks ${protocol}` })
  }
  if (protocol === 'zpl' && papers?.some((use) => use !== 'labels')) {
    issues.push({ path: ['papers'], message: 'a printer of labels prints labels' })
  }
  return issues
}

function speaks(profile: string, protocol: PrinterConfig['protocol']): boolean {
  if (protocol === 'zpl') return Object.hasOwn(labelPrinterProfiles, profile)
  return Object.hasOwn(printerProfiles, profile) && (profileFor(profile).language ?? 'escpos') === protocol
}

/** Two printers behind one wire would be in each other's way. Simulated ones each have a wire of their own. */
function sharedPlaces(
  placed: readonly { readonly printer: PrinterConfig; readonly where: readonly string[] }[],
): readonly DeviceIssue[] {
  const taken = new Set<string>()
  return placed.flatMap(({ printer: { place }, where }) => {
    if (place.via === 'simulated') return []
    const name = placeName(place)
    if (taken.has(name)) return [{ path: [...where, 'place'], message: 'another printer is there' }]
    taken.add(name)
    return []
  })
}
