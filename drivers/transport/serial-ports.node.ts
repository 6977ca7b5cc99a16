import { readdir, readlink } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { SerialPort } from 'serialport'

export interface SerialPortInfo {
  readonly path: string
  /** Maker or stable name where the system knows one, else empty. */
  readonly label: string
}

/**
 * The serial ports of this machine. Linux without `udevadm` is looked at by hand: `/dev/serial/by-id` for names, then
 * USB ports. Never rejects: no ports is a state.
 */
export async function listSerialPorts(devFolder = '/dev'): Promise<readonly SerialPortInfo[]> {
  if (devFolder === '/dev') {
    try {
      const ports = await SerialPort.list()
      // Motherboard ports that nothing is plugged into are listed by the dozen; a till's devices say who made them.
      const known = ports.filter((port) => !/^\/dev\/ttyS\d+$/.test(port.path) || port.pnpId !== undefined)
      if (known.length > 0) {
        return known.map((port) => ({ path: port.path, label: port.manufacturer ?? port.pnpId ?? '' }))
      }
    } catch {
      // No udevadm here.
    }
  }
  return lookAtFolder(devFolder)
}

async function lookAtFolder(devFolder: string): Promise<readonly SerialPortInfo[]> {
  const names = new Map<string, string>()
  const byId = `${devFolder}/serial/by-id`
  for (const name of await entries(byId)) {
    const target = await readlink(`${byId}/${name}`).catch(() => null)
    if (target !== null) names.set(resolve(byId, target), name)
  }
  for (const name of await entries(devFolder)) {
    const path = `${devFolder}/${name}`
    if (/^(ttyACM|ttyUSB|cu\.usb)/.test(name) && !names.has(path)) names.set(path, '')
  }
  return [...names]
    .map(([path, label]) => ({ path, label }))
    .sort((a, b) => basename(a.path).localeCompare(basename(b.path), 'en', { numeric: true }))
}

const entries = (folder: string): Promise<readonly string[]> => readdir(folder).catch(() => [])
