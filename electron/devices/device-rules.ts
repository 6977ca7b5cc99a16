import { findSimulatorKind } from '#drivers/simulators/terminal/registry.ts'
import {
  type DriverOption,
  findTerminalKind,
  type TerminalKind,
  type TerminalVia,
  type Wiring,
} from '#drivers/terminals/registry.ts'
import type { DevicePlace, DevicesConfig, TerminalConfig, TerminalOptions } from '#shared/contract/devices.ts'
import { type DeviceIssue, placeIssues, under } from './device-issue.ts'
import { printerIssues } from './printer-rules.ts'

/** The shapes are the door's business; this is what only the drivers know: who can be reached how, and needs what. */
export function deviceIssues({
  terminal,
  printer,
  morePrinters = [],
  reader = null,
  scanner = null,
}: DevicesConfig): readonly DeviceIssue[] {
  const issues: DeviceIssue[] = []
  if (terminal !== null) issues.push(...terminalIssues(terminal).map((issue) => under(['terminal'], issue)))
  issues.push(...printerIssues(printer, morePrinters))
  if (reader !== null) {
    issues.push(
      ...placeIssues('reader', reader.place, ['hid', 'serial']).map((issue) => under(['reader'], issue)),
    )
  }
  if (scanner !== null) {
    issues.push(...placeIssues('scanner', scanner.place, ['hid']).map((issue) => under(['scanner'], issue)))
  }
  return issues
}

/** Paths begin inside the terminal. */
export function terminalIssues({ protocol, place, options = {} }: TerminalConfig): readonly DeviceIssue[] {
  const kind = findTerminalKind(protocol)
  if (kind === null) return [{ path: ['protocol'], message: `there is no driver for ${protocol}` }]
  const wiring = wiringFor(protocol, kind, place)
  if (wiring === null) {
    return [{ path: ['place'], message: `a ${protocol} terminal is ${waysTo(protocol, kind)}` }]
  }
  const given = Object.entries(options).filter(([, value]) => value !== undefined)
  const ignored = given.find(([name]) => !wiring.reads.includes(driverOption(name)))?.[0]
  if (ignored !== undefined) {
    return [
      { path: ['options', ignored], message: `a ${protocol} terminal by ${place.via} has no use for it` },
    ]
  }
  const missing = wiring.needs.flatMap(namesOf).find((name) => (options[name] ?? '') === '')
  if (missing !== undefined) {
    return [{ path: ['options', missing], message: `a ${protocol} terminal by ${place.via} needs it` }]
  }
  return []
}

/** `null`: it cannot be reached that way. */
function wiringFor(protocol: string, kind: TerminalKind, place: DevicePlace): Wiring | null {
  const wirings = Object.values(kind.wirings)
  switch (place.via) {
    case 'hand':
      return wirings.length === 0 ? { reads: [], needs: [] } : null
    case 'simulated':
      if (findSimulatorKind(protocol) === null) return null
      return { reads: wirings.flatMap(({ reads }) => reads), needs: [] }
    default:
      return kind.wirings[place.via as TerminalVia] ?? null
  }
}

/** `reached by tcp, serial, or simulated`. */
function waysTo(protocol: string, { wirings }: TerminalKind): string {
  const vias = Object.keys(wirings)
  if (vias.length === 0) return 'connected to nothing: its place is in the hand'
  const simulated = findSimulatorKind(protocol) === null ? '' : ', or simulated'
  return `reached by ${vias.join(' or ')}${simulated}`
}

type OptionName = keyof TerminalOptions

/** The three words of a shared key are one option of the driver; a file of certificates is its content. */
const namesOf = (option: DriverOption): readonly OptionName[] => {
  if (option === 'security') return ['keyIdentifier', 'keyVersion', 'passphrase']
  return option === 'ca' ? ['caFile'] : [option]
}

const driverOption = (name: string): DriverOption => {
  if (name === 'keyIdentifier' || name === 'keyVersion' || name === 'passphrase') return 'security'
  return name === 'caFile' ? 'ca' : (name as DriverOption)
}
