/** Devices as the till would show them. */
import type {
  DeviceCapabilities,
  DeviceRead,
  DevicesConfig,
  DeviceView,
  Discovery,
  ProbeResult,
  TraceLine,
} from '#shared/contract/devices.ts'

const at = { utcMs: 1_795_000_000_000, offsetMinutes: 60 }

const naps: DeviceCapabilities = {
  void: true,
  refund: false,
  query: true,
  settle: true,
  totals: false,
  abort: true,
  prints: false,
  byHand: false,
}
const none: DeviceCapabilities = {
  void: false,
  refund: false,
  query: false,
  settle: false,
  totals: false,
  abort: false,
  prints: true,
  byHand: false,
}

const simulated: DeviceView = {
  id: 'terminal',
  kind: 'terminal',
  name: 'NAPS · comptoir',
  protocol: 'naps',
  place: 'simulated',
  simulated: true,
  health: 'ready',
  trouble: null,
  step: null,
  capabilities: naps,
  lastError: { at, trouble: 'noAnswer', detail: 'no answer within 5000 ms' },
}

function terminalOf(name: string): DeviceView {
  if (name.startsWith('by-hand') || name === 'unknown-by-hand') {
    const capabilities = { ...none, byHand: true }
    const hand = { protocol: 'manual', place: 'hand', simulated: false, capabilities, lastError: null }
    return { ...simulated, ...hand, name: 'CMI · comptoir' }
  }
  if (name === 'unknown-concert') {
    const serial = { protocol: 'concert', place: 'serial /dev/ttyUSB0 9600', simulated: false }
    return { ...simulated, ...serial, name: 'Concert', capabilities: none }
  }
  if (name === 'lost') return { ...simulated, health: 'trouble', trouble: 'lineLost' }
  return { ...simulated, health: name === 'present' || name === 'pin' ? 'busy' : 'ready' }
}

export const devicesOf = (name: string): readonly DeviceView[] => [
  terminalOf(name),
  {
    id: 'printer',
    kind: 'printer',
    name: '80 mm',
    protocol: 'escpos',
    place: 'simulated',
    simulated: true,
    health: name === 'unprinted' ? 'trouble' : 'ready',
    trouble: name === 'unprinted' ? 'paperOut' : null,
    step: null,
  },
  {
    id: 'reader',
    kind: 'reader',
    name: 'VP3300',
    protocol: 'idtech-neo2',
    place: 'hid /dev/hidraw1',
    simulated: false,
    health: 'ready',
    trouble: null,
    step: null,
  },
]

export const devicesConfig: DevicesConfig = {
  terminal: { protocol: 'naps', place: { via: 'tcp', host: '192.168.1.50', port: 4444 }, name: 'NAPS' },
  printer: { protocol: 'escpos', place: { via: 'simulated' }, name: '80 mm', profile: 'generic-80' },
}

export const discovery: Discovery = {
  serial: [{ path: '/dev/ttyUSB0', label: 'FTDI FT232R' }],
  hid: [
    { path: '/dev/hidraw1', label: 'ID TECH VP3300', speaks: 'idtech-neo2' },
    { path: '/dev/hidraw2', label: 'Honeywell 1450g', speaks: 'scanner' },
  ],
  usb: [{ path: '/dev/usb/lp0', label: 'EPSON TM-T20II' }],
  spooler: [],
  hosts: [
    { host: '192.168.1.50', port: 4444, usualFor: 'naps' },
    { host: '192.168.1.60', port: 20_007, usualFor: 'zvt' },
    { host: '192.168.1.70', port: 9_100, usualFor: 'escpos' },
  ],
}

/** NAPS is there; whoever else is tried finds NAPS speaking. */
export const probeOf = (protocol: string): ProbeResult =>
  protocol === 'naps'
    ? { ok: true, text: 'NAPS Pay 5.4.4', capabilities: naps }
    : { ok: false, trouble: 'otherProtocol', text: '', speaks: 'naps' }

export const traceLines: readonly TraceLine[] = [
  {
    at,
    direction: 'out',
    text: '001003001002012000000012550003007010000100400600000201200350401400823112026',
  },
  { at, direction: 'noise', text: '00 00 FF' },
  {
    at,
    direction: 'in',
    text: '001003101003007010000100400600000201300300000201200000001255000701651679****3315',
  },
]

export const readOf = (name: string): DeviceRead | null => {
  if (name === 'payment-card') return { kind: 'paymentCard', maskedPan: '516794******3315' }
  return name === 'unreadable' ? { kind: 'unreadable', reason: 'checksum' } : null
}
