import { type TerminalKind, terminalKinds } from '#drivers/terminals/registry.ts'
import { realTimers, type Timers } from '#drivers/transport/timers.ts'
import type { Discovery, TerminalProtocol } from '#shared/contract/devices.ts'

type Answering = Discovery['hosts'][number]

export interface UsualPort {
  readonly port: number
  readonly usualFor: Answering['usualFor']
}

/** The ports that terminals and printers come with. */
export const usualPorts: readonly UsualPort[] = [
  ...Object.entries<TerminalKind>(terminalKinds).flatMap(([protocol, { wirings }]) =>
    Object.values(wirings).flatMap(({ usualPort }) =>
      usualPort === undefined ? [] : [{ port: usualPort, usualFor: protocol as TerminalProtocol }],
    ),
  ),
  { port: 9_100, usualFor: 'escpos' },
]

/** Doors knocked at together: a small network's router must not take us for an attack. */
const atOnce = 32
/** Patience with one door, ms: on a shop's own network an answer takes a few. */
const patienceMs = 1_000

/** The ports of this machine, and which of the usual ports are open at the hosts that were named. Never rejects. */
export async function discover(hosts: readonly string[]): Promise<Discovery> {
  const { listSerialPorts } = await import('#drivers/transport/serial-ports.node.ts')
  const { listHidDevices } = await import('#drivers/transport/hid.node.ts')
  const { listUsbPrinters } = await import('#drivers/transport/usb-printers.node.ts')
  const { listSpoolerPrinters } = await import('#drivers/transport/spooler.node.ts')
  const [serial, hid, usb, spooler, answering] = await Promise.all([
    listSerialPorts(),
    listHidDevices(),
    listUsbPrinters(),
    listSpoolerPrinters(),
    openDoors(hosts, usualPorts),
  ])
  return {
    serial,
    hid: hid.map(({ path, label, speaks }) => ({ path, label, speaks })),
    usb,
    spooler,
    hosts: answering,
  }
}

/**
 * Where a TCP connection comes about. Each is closed at once; not a byte is sent. In the order of hosts, then
 * ports.
 */
export async function openDoors(
  hosts: readonly string[],
  ports: readonly UsualPort[],
  timers: Timers = realTimers,
): Promise<readonly Answering[]> {
  const doors = hosts.flatMap((host) => ports.map((door) => ({ host, ...door })))
  const open = new Set<Answering>()
  const waiting = doors.values()
  const knock = async (): Promise<void> => {
    for (const door of waiting) if (await opens(door, timers)) open.add(door)
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, doors.length) }, knock))
  return doors.filter((door) => open.has(door))
}

async function opens({ host, port }: Answering, timers: Timers): Promise<boolean> {
  const { tcpTransport } = await import('#drivers/transport/tcp.node.ts')
  const limit = new AbortController()
  const cancel = timers.after(patienceMs, () => limit.abort())
  try {
    const link = await tcpTransport({ host, port }).open(limit.signal)
    await link.close()
    return true
  } catch {
    return false
  } finally {
    cancel()
  }
}
