import type {
  DevicePlace,
  ReaderProtocol,
  SerialFlow,
  SerialFormat,
  TerminalOptions,
  TerminalProtocol,
} from '#shared/contract/devices.ts'
import { serialFlows } from '#shared/contract/devices.ts'

export type ConfiguredKind = 'terminal' | 'printer' | 'reader' | 'scanner'
export type Via = DevicePlace['via']
export type OptionName = keyof TerminalOptions

/** How a kind of device is reached one way, and what the form fills in before anybody typed. */
export interface Wiring {
  /** TCP port it comes with. */
  readonly port?: string
  readonly baud?: string
  /** Other line formats than its usual one that are met in shops. */
  readonly formats?: readonly SerialFormat[]
  /** Ways to say stop that are met; absent: nobody says stop. */
  readonly flows?: readonly SerialFlow[]
  /** What the terminal must be told on this way; any other option is refused by the till. */
  readonly options?: readonly OptionName[]
  /** Options it cannot do without. */
  readonly needs?: readonly OptionName[]
}
export type Wirings = Readonly<Partial<Record<Via, Wiring>>>

const sharedKey = ['keyIdentifier', 'keyVersion', 'passphrase'] as const
const names = ['saleId', 'poiId'] as const
const till = ['till'] as const

/**
 * Terminals by protocol; the ways in the order they are met. Ports and speeds as the terminals come
 * (docs/hardware.md).
 */
export const terminalWirings: Readonly<Record<TerminalProtocol, Wirings>> = {
  manual: { hand: {} },
  naps: {
    tcp: { port: '4444', options: till },
    serial: { baud: '9600', options: till },
    simulated: { options: till },
  },
  zvt: {
    tcp: { port: '20007', options: ['password'] },
    serial: { baud: '9600', formats: ['8N1'], options: ['password'] },
    simulated: { options: ['password'] },
  },
  concert: {
    serial: { baud: '9600', formats: ['7E1'], options: till },
    simulated: { options: till },
  },
  'caisse-ap': { tcp: { port: '8888', options: till }, simulated: { options: till } },
  nexo: {
    https: {
      port: '8443',
      options: [...names, ...sharedKey, 'caFile'],
      needs: ['poiId', ...sharedKey],
    },
    tcp: { options: names, needs: ['poiId'] },
    simulated: { options: names },
  },
}

export const readerWirings: Readonly<Record<ReaderProtocol, Wirings>> = {
  'idtech-neo2': { hid: {}, serial: { baud: '115200' } },
  'idtech-securemag': { hid: {}, serial: { baud: '9600' } },
  magtek: { hid: {} },
}

/** Raw printing listens on 9100. */
export const printerWirings: Wirings = {
  simulated: {},
  tcp: { port: '9100' },
  usb: {},
  serial: { baud: '19200', flows: serialFlows },
  spooler: {},
  file: {},
}

export const scannerWirings: Wirings = { hid: {} }
