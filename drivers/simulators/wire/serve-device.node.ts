import { serialTransport } from '#drivers/transport/serial.node.ts'
import type { Link } from '#drivers/transport/transport.ts'
import type { Acceptor } from './listen-tcp.node.ts'

/** Serves one existing serial port: the far end of a null-modem cable, or of somebody else's pseudo-terminal. */
export async function serveDevice(
  path: string,
  accept: (link: Link) => void,
  baud = 9600,
): Promise<Acceptor> {
  const link = await serialTransport({ path, baud }).open()
  accept(link)
  return { name: `serial ${path}`, close: () => link.close() }
}
