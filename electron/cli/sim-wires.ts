import { type Acceptor, listenTcp } from '#drivers/simulators/wire/listen-tcp.node.ts'
import { openPty } from '#drivers/simulators/wire/open-pty.node.ts'
import { serveDevice } from '#drivers/simulators/wire/serve-device.node.ts'
import type { Link } from '#drivers/transport/transport.ts'

export interface SimWires {
  /** Port on 127.0.0.1, 0: any free one. */
  readonly tcp?: number
  /** The same, with TLS on it: the simulator's own affair. */
  readonly https?: number
  /** Where the link to the pseudo-terminal is kept. */
  readonly pty?: string
  /** A serial port that is there already: the other end of a null-modem cable. */
  readonly serial?: string
}

/** How a link came. */
export type SimVia = 'tcp' | 'https' | 'serial'

/** What opens the wires that were asked for, in this order. */
export function simWires(
  { tcp, https, pty, serial }: SimWires,
  accept: (link: Link, via: SimVia) => void,
): (() => Promise<Acceptor>)[] {
  const by = (via: SimVia) => (link: Link) => accept(link, via)
  const wires: (() => Promise<Acceptor>)[] = []
  if (tcp !== undefined) wires.push(() => listenTcp({ port: tcp }, by('tcp')))
  if (https !== undefined) {
    wires.push(async () => {
      const acceptor = await listenTcp({ port: https }, by('https'))
      return { ...acceptor, name: acceptor.name.replace('tcp', 'https') }
    })
  }
  if (pty !== undefined) wires.push(() => openPty({ linkPath: pty }, by('serial')))
  if (serial !== undefined) wires.push(() => serveDevice(serial, by('serial')))
  return wires
}
