import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { tcpTransport } from '#drivers/transport/tcp.node.ts'
import { memoryInUse } from '#test/harness/memory-in-use.ts'
import type { Figure, Row } from './figure.ts'
import type { Told } from './programs/simulated-terminals.ts'
import { chargeOnce, driverOf, type Stand, stands } from './terminal-stand.ts'

/** Code is compiled and caches are filled by then. */
const warmUp = 200
const attempts = 500
/** What garbage collection leaves one way or the other; a listener that is never taken off is more. */
const barBytes = 512

interface Held {
  readonly bytes: number
  readonly handles: number
}

/** What the process holds now: memory, and open files where the system tells, else what keeps the event loop up. */
async function held(): Promise<Held> {
  // Sockets that were closed are let go of a turn later.
  await new Promise((resolve) => setTimeout(resolve, 50))
  const bytes = memoryInUse()
  if (process.platform === 'linux') return { bytes, handles: readdirSync('/proc/self/fd').length }
  return { bytes, handles: process.getActiveResourcesInfo().length }
}

const grown = (before: Held, after: Held): Held => ({
  bytes: (after.bytes - before.bytes) / attempts,
  handles: after.handles - before.handles,
})

/** @returns growth for each attempt; handles in all */
async function inARow(stand: Stand, port: number): Promise<Held> {
  const terminal = await driverOf(stand, tcpTransport({ host: '127.0.0.1', port }))
  for (let n = 1; n <= warmUp; n++) await chargeOnce(terminal, n)
  const before = await held()
  for (let n = warmUp + 1; n <= warmUp + attempts; n++) await chargeOnce(terminal, n)
  const after = await held()
  await terminal.close()
  return grown(before, after)
}

/** As many connections that are opened and closed and carry nothing. */
async function bareConnections(port: number): Promise<Held> {
  const open = async (): Promise<void> => {
    const socket = connect(port, '127.0.0.1')
    await once(socket, 'connect')
    socket.destroy()
    await once(socket, 'close')
  }
  for (let n = 0; n < warmUp; n++) await open()
  const before = await held()
  for (let n = 0; n < attempts; n++) await open()
  return grown(before, await held())
}

async function portsOf(terminals: ChildProcess): Promise<Told['ports']> {
  terminals.send('where')
  const [{ ports }] = (await once(terminals, 'message')) as [Told]
  return ports
}

async function run(): Promise<readonly Row[]> {
  const terminals = fork(join(import.meta.dirname, 'programs', 'simulated-terminals.ts'))
  try {
    const ports = await portsOf(terminals)
    const rows: Row[] = []
    const bare = await bareConnections(Object.values(ports)[0] ?? 0)
    for (const stand of stands) {
      const { bytes, handles } = await inARow(stand, ports[stand.name] ?? 0)
      rows.push({
        figure: `memory after ${attempts} attempts in a row, ${handles} more handles: ${stand.name}`,
        bar: figure.bar,
        median: bytes,
        p95: null,
        unit: 'bytes each',
        yardstick: `${Math.round(bare.bytes)} bytes each, ${bare.handles} handles: as many bare connections`,
        met: bytes <= barBytes && handles <= 0,
      })
    }
    return rows
  } finally {
    terminals.disconnect()
  }
}

export const figure: Figure = { name: 'attempts', bar: `≤ ${barBytes} bytes each, no handle`, run }
