import type { DeviceView } from '#shared/contract/devices.ts'
import type { Say } from './Words.tsx'

/** What the shop called a device; a simulated one is nobody's, so it is named in the language of the screen. */
export const deviceName = (device: Pick<DeviceView, 'kind' | 'name' | 'simulated'>, say: Say): string =>
  device.simulated ? say(`devices.practice.${device.kind}`) : device.name

/** What kind of device it is, for somebody who stands before it. */
export const deviceKind = ({ kind, protocol }: Pick<DeviceView, 'kind' | 'protocol'>, say: Say): string =>
  say(protocol === 'zpl' ? 'devices.kind.labelPrinter' : `devices.kind.${kind}`)

/** Protocols by the names their makers give them; one that is not listed is shown as it is. */
const protocols: Readonly<Record<string, string>> = {
  naps: 'NAPS Pay M2M',
  zvt: 'ZVT',
  concert: 'Concert',
  'caisse-ap': 'Caisse-AP',
  nexo: 'nexo',
  escpos: 'ESC/POS',
  starprnt: 'StarPRNT',
  zpl: 'ZPL',
  'idtech-neo2': 'ID TECH NEO 2',
  'idtech-securemag': 'ID TECH SecureMag',
  magtek: 'MagTek MagneSafe',
}

export const protocolName = (protocol: string): string => protocols[protocol] ?? protocol
