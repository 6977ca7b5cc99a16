import { createHash } from 'node:crypto'
import type { Transport } from '#drivers/transport/transport.ts'
import type { DevicePlace, SerialFormat, TerminalOptions } from '#shared/contract/devices.ts'
import { placeName } from './device-board.ts'

/** A place with a wire to it. */
export type WiredPlace = Exclude<DevicePlace, { via: 'simulated' | 'hand' }>

/**
 * The wire to a real device. Loads the native parts only when a device needs them.
 * @param usual the protocol's own serial format, for a place that names none
 */
export async function transportTo(place: WiredPlace, usual: SerialFormat = '8N1'): Promise<Transport> {
  switch (place.via) {
    // What is inside TLS is the driver's business; the wire below it is the same.
    case 'https':
    case 'tcp': {
      const { tcpTransport } = await import('#drivers/transport/tcp.node.ts')
      return tcpTransport({ host: place.host, port: place.port })
    }
    case 'serial': {
      const { serialTransport } = await import('#drivers/transport/serial.node.ts')
      const { path, baud, flow = 'none', format = usual } = place
      return serialTransport({ path, baud, flow, ...lineSettings[format] })
    }
    case 'hid': {
      const { hidTransport } = await import('#drivers/transport/hid.node.ts')
      return hidTransport({ path: place.path })
    }
    case 'usb': {
      const { usbPrinterTransport } = await import('#drivers/transport/usblp.node.ts')
      return usbPrinterTransport({ path: place.path })
    }
    case 'spooler': {
      const { spoolerTransport } = await import('#drivers/transport/spooler.node.ts')
      return spoolerTransport({ printer: place.printer })
    }
    case 'file': {
      const { fileTransport } = await import('#drivers/transport/file.node.ts')
      return fileTransport({ path: place.path })
    }
  }
}

/** A printer reads no faster than it prints: so long, in ms, it may take what is underway before a line is let go. */
const paperMs = 20_000

/** The wire to a printer: as to any device, but the network waits for its paper, and HID carries plain bytes. */
export async function printerTransportTo(place: WiredPlace): Promise<Transport> {
  if (place.via === 'tcp') {
    const { tcpTransport } = await import('#drivers/transport/tcp.node.ts')
    return tcpTransport({ host: place.host, port: place.port, lingerMs: paperMs })
  }
  if (place.via === 'hid') {
    const { hidTransport } = await import('#drivers/transport/hid.node.ts')
    const { hidPrinterTransport } = await import('#drivers/transport/hid-printer.ts')
    return hidPrinterTransport(hidTransport({ path: place.path }))
  }
  return transportTo(place)
}

const lineSettings = {
  '8N1': { dataBits: 8, parity: 'none', stopBits: 1 },
  '7E1': { dataBits: 7, parity: 'even', stopBits: 1 },
  '8N2': { dataBits: 8, parity: 'none', stopBits: 2 },
} as const

/**
 * The names that the till and the terminal have for each other: under another one, another's past would be asked
 * for.
 */
export type DeviceNames = Pick<TerminalOptions, 'till' | 'saleId' | 'poiId'>

/**
 * A device's id: protocol, where it is reached and under which names, so that what was begun on one terminal is
 * never asked of another, nor under a name it does not know (nexo would answer `NotFound`). ≤ 64 characters.
 */
export function deviceId(protocol: string, place: DevicePlace, names: DeviceNames = {}): string {
  const called = [names.till, names.saleId, names.poiId].filter((name) => name !== undefined)
  if (called.length === 0 && (place.via === 'simulated' || place.via === 'hand')) {
    return `${protocol}-${place.via}`
  }
  const whole = [placeName(place), ...called].join(' ')
  return `${protocol}-${createHash('sha256').update(whole).digest('hex').slice(0, 12)}`
}

/**
 * Whether two places are one wire, or one box at the end of it: a second caller there may be in the first one's
 * way.
 */
export function sameLine(a: DevicePlace, b: DevicePlace): boolean {
  if ('host' in a && 'host' in b) return a.host.toLowerCase() === b.host.toLowerCase()
  return 'path' in a && 'path' in b && a.path === b.path
}
