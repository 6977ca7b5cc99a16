import { read } from 'node:fs'
import { promisify } from 'node:util'
import { SerialPort } from 'serialport'

const readFd = promisify(read)

/** The parts of the library's Unix port that its types keep to themselves. */
interface UnixPort {
  isOpen: boolean
  readonly fd: number | null
  readonly poller?: { once(event: 'readable', listener: (error: Error | null) => void): void }
  read(buffer: Buffer, offset: number, length: number): Promise<{ buffer: Buffer; bytesRead: number }>
}

type AutoBinding = typeof SerialPort.binding
type OpenOptions = Parameters<AutoBinding['open']>[0]

/**
 * The library's binding, except that a read of nothing means that the line hung up. On Unix a terminal device that went
 * away between two reads answers every further read with zero bytes; the library (bindings-cpp 13) would ask again for
 * ever, at full speed, and never say `close`.
 */
export const hangupBinding = {
  list: () => SerialPort.binding.list(),
  async open(options: OpenOptions) {
    const port = await SerialPort.binding.open(options as never)
    const unix = port as unknown as UnixPort
    if (unix.poller !== undefined)
      unix.read = (buffer, offset, length) => readOrHangUp(unix, buffer, offset, length)
    return port
  },
} as unknown as AutoBinding

async function readOrHangUp(
  port: UnixPort,
  buffer: Buffer,
  offset: number,
  length: number,
): Promise<{ buffer: Buffer; bytesRead: number }> {
  for (;;) {
    if (!port.isOpen || port.fd === null) throw canceled()
    try {
      const { bytesRead } = await readFd(port.fd, buffer, offset, length, null)
      if (bytesRead > 0) return { buffer, bytesRead }
      if (!port.isOpen) throw canceled()
      throw Object.assign(new Error('the line hung up'), { disconnect: true })
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code
      if (code !== 'EAGAIN' && code !== 'EWOULDBLOCK' && code !== 'EINTR') throw error
    }
    // Closed meanwhile: a destroyed poller must not be asked again (it would crash the process).
    if (!port.isOpen) throw canceled()
    await new Promise<void>((resolve, reject) => {
      port.poller?.once('readable', (error) => (error ? reject(error) : resolve()))
    })
  }
}

/** The library's own sign that we closed, as opposed to a loss. */
const canceled = (): Error => Object.assign(new Error('the port was closed'), { canceled: true })
