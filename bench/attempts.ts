import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { tcpTransport } from '#drivers/transport/tcp.node.ts'
import { memoryInUse } from '#test/harness/memory-in-use.ts'
import { type Figure, growthOf, type Row } from './figure.ts'
import type { Told } from './programs/simulated-terminals.ts'
import { chargeOnce, driverOf, type Stand, stands } from './terminal-stand.ts'

/** Code is compiled and caches are filled by then. */
const warmUp = 200
const attempts = 500
/** Attempts between two looks at what is held. */
const stride = 50
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

/**
 * Repeats something, and looks at what is held again and again.
 * @returns bytes for each time, handles in all
 */
async function growth(repeat: (from: number, to: number) => Promise<void>): Promise<Held> {
  await repeat(1, warmUp)
  const looks = [await held()]
  for (let done = warmUp; done < warmUp + attempts; done += stride) {
    await repeat(done + 1, done + stride)
    looks.push(await held())
  }
  const handles = (looks.at(-1)?.handles ?? 0) - (looks[0]?.handles ?? 0)
  return { bytes: growthOf(looks.map((look) => look.bytes)) / stride, handles }
}

async function inARow(stand: Stand, port: number): Promise<Held> {
  const terminal = await driverOf(stand, tcpTransport({ host: '127.0.0.1', port }))
  const held = await growth(async (from, to) => {
    for (let n = from; n <= to; n++) await chargeOnce(terminal, n)
  })
  await terminal.close()
  return held
}

/** As many connections that are opened and closed and carry nothing. */
const bareConnections = (port: number): Promise<Held> =>
  growth(async (from, to) => {
    for (let n = from; n <= to; n++) {
      const socket = connect(port, '127.0.0.1')
      await once(socket, 'connect')
      socket.destroy()
      await once(socket, 'close')
    }
  })

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
