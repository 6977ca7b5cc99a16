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
  close(): Promise<void>
}

type AutoBinding = typeof SerialPort.binding
type OpenOptions = Parameters<AutoBinding['open']>[0]

/**
 * The library's binding, except in two things. On Unix a terminal device that went away between two reads answers every
 * further read with zero bytes; the library (bindings-cpp 13) would ask again for ever, at full speed, and never say
 * `close`: here a read of nothing means that the line hung up. And it closes the port under a read on its way, which
 * keeps the lock of the port a moment longer than `close` says, or reads from whatever was opened under that number
 * next: here the read is let come back first.
 */
export const hangupBinding = {
  list: () => SerialPort.binding.list(),
  async open(options: OpenOptions) {
    const port = await SerialPort.binding.open(options as never)
    const unix = port as unknown as UnixPort
    if (unix.poller !== undefined) readCarefully(unix)
    return port
  },
} as unknown as AutoBinding

function readCarefully(port: UnixPort): void {
  const shut = port.close.bind(port)
  let closing = false
  // Never rejects. Prompt, for the port is opened not to block.
  let onItsWay: Promise<unknown> = Promise.resolve()
  const open = (): boolean => port.isOpen && !closing

  port.close = async () => {
    closing = true
    await onItsWay
    await shut()
  }
  port.read = async (buffer, offset, length) => {
    for (;;) {
      if (!open() || port.fd === null) throw canceled()
      const reading = readFd(port.fd, buffer, offset, length, null)
      onItsWay = reading.catch(() => undefined)
      try {
        const { bytesRead } = await reading
        if (bytesRead > 0) return { buffer, bytesRead }
        if (!open()) throw canceled()
        throw Object.assign(new Error('the line hung up'), { disconnect: true })
      } catch (error) {
        const code = (error as NodeJS.ErrnoException).code
        if (code !== 'EAGAIN' && code !== 'EWOULDBLOCK' && code !== 'EINTR') throw error
      }
      // Closed meanwhile: a destroyed poller must not be asked again (it would crash the process).
      if (!open()) throw canceled()
      await new Promise<void>((resolve, reject) => {
        port.poller?.once('readable', (error) => (error ? reject(error) : resolve()))
      })
    }
  }
}

/** The library's own sign that we closed, as opposed to a loss. */
const canceled = (): Error => Object.assign(new Error('the port was closed'), { canceled: true })
