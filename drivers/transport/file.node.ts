import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { deviceFile } from './device-file.node.ts'
import { transportError } from './system-error.ts'
import { type Transport, TransportError } from './transport.ts'

/**
 * A device that is only written to (`/dev/usb/lp0`), or a plain file that grows. Nothing is ever read from it.
 * Opened without blocking, so that a printer that stopped taking bytes stalls the job and not the till.
 */
export function fileTransport(options: { readonly path: string }): Transport {
  const { path } = options
  const name = `file ${path}`
  // A device that is unplugged must not come back as a plain file of its name.
  const create = path.startsWith('/dev/') ? 0 : constants.O_CREAT
  return {
    name,
    oneWay: true,
    async open(signal) {
      if (signal?.aborted) throw new TransportError('aborted', `${name}: gave up opening`)
      const flags = constants.O_WRONLY | constants.O_APPEND | (constants.O_NONBLOCK ?? 0) | create
      const handle = await open(path, flags, 0o600).catch((cause) => {
        throw transportError(name, cause)
      })
      return deviceFile(name, handle).core
    },
  }
}
