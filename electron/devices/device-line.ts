import { createHash } from 'node:crypto'
import type { Transport } from '#drivers/transport/transport.ts'
import type { DevicePlace } from '#shared/contract/devices.ts'
import { placeName } from './device-board.ts'

/** The wire to a real device. Loads the native parts only when a device needs them. */
export async function transportTo(place: Exclude<DevicePlace, { via: 'simulated' }>): Promise<Transport> {
  switch (place.via) {
    case 'tcp': {
      const { tcpTransport } = await import('#drivers/transport/tcp.node.ts')
      return tcpTransport({ host: place.host, port: place.port })
    }
    case 'serial': {
      const { serialTransport } = await import('#drivers/transport/serial.node.ts')
      return serialTransport({ path: place.path, baud: place.baud })
    }
    case 'file': {
      const { fileTransport } = await import('#drivers/transport/file.node.ts')
      return fileTransport({ path: place.path })
    }
  }
}

/**
 * A device's id: protocol and where it is reached, so that what was begun on one terminal is never asked of another.
 * ≤ 64 characters.
 */
export function deviceId(protocol: string, place: DevicePlace): string {
  if (place.via === 'simulated') return `${protocol}-simulated`
  return `${protocol}-${createHash('sha256').update(placeName(place)).digest('hex').slice(0, 12)}`
}
