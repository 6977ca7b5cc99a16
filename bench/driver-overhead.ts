import { linkPair, memoryTransport } from '#drivers/transport/memory.ts'
import { VirtualTimers } from '#test/harness/virtual-timers.ts'
import { type Figure, median, p95, type Row } from './figure.ts'
import { tapped } from './tapped.ts'
import { chargeOnce, driverOf, type Stand, simulatorOf, stands } from './terminal-stand.ts'

const warmUp = 30
const charges = 200
const barMs = 5

/**
 * The till's own time in an exchange: from the last byte that came to the next one that leaves, or to the outcome. The
 * wire is memory and time is virtual, so that what the protocol waits for costs nothing and only work is left.
 * @returns ms
 */
async function reactions(stand: Stand): Promise<readonly number[]> {
  const timers = new VirtualTimers()
  const simulator = await simulatorOf(stand, timers)
  const times: number[] = []
  let heardAt: number | null = null
  const react = (): void => {
    if (heardAt !== null) times.push(performance.now() - heardAt)
    heardAt = null
  }
  const wire = memoryTransport('bench', (link) => simulator.accept(link, stand.via))
  const transport = tapped(wire, {
    onIn: () => {
      heardAt = performance.now()
    },
    onOut: react,
  })
  const terminal = await driverOf(stand, transport, timers)
  for (let n = 1; n <= warmUp + charges; n++) {
    if (n === warmUp + 1) times.length = 0
    heardAt = null
    await timers.until(chargeOnce(terminal, n).then(react))
  }
  await terminal.close()
  simulator.close()
  return times
}

/** Something that answers each piece with the same bytes at once. @returns ms, measured as the others */
async function bareEcho(): Promise<readonly number[]> {
  const [near, far] = linkPair()
  const times: number[] = []
  far.onData((bytes) => void far.write(bytes))
  let turn = Promise.withResolvers<void>()
  near.onData((bytes) => {
    const heardAt = performance.now()
    void near.write(bytes)
    times.push(performance.now() - heardAt)
    turn.resolve()
  })
  await near.write(new Uint8Array(100))
  while (times.length < 2_000) {
    await turn.promise
    turn = Promise.withResolvers()
  }
  await near.close()
  return times.slice(200)
}

async function run(): Promise<readonly Row[]> {
  const bare = median(await bareEcho())
  const rows: Row[] = []
  for (const stand of stands) {
    const times = await reactions(stand)
    rows.push({
      figure: `last byte in → next byte out, or the outcome: ${stand.name}`,
      bar: figure.bar,
      median: median(times),
      p95: p95(times),
      unit: 'ms',
      yardstick: `${Number(bare.toPrecision(3))} ms, a bare echo over the same wire`,
      ratio: median(times) / bare,
      met: times.length >= charges && p95(times) <= barMs,
    })
  }
  return rows
}

export const figure: Figure = { name: 'driver-overhead', bar: `p95 ≤ ${barMs} ms`, run }
