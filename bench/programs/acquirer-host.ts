import { createServer } from 'node:net'
import { acquirerSimulator } from '#drivers/simulators/acquirer/acquirer-simulator.ts'
import { listenTcp } from '#drivers/simulators/wire/listen-tcp.node.ts'
import { memoryInUse } from '#test/harness/memory-in-use.ts'

/** What the bench asks of this process, over its channel. */
export type Ask = keyof Told

export interface Told {
  /** Where the host listens, and where whatever is said is said back. */
  readonly where: { readonly port: number; readonly barePort: number }
  /** Bytes that this process holds. */
  readonly held: number
  /** Processor time it took so far, ms. */
  readonly worked: number
  readonly books: { readonly agreed: number; readonly net: number; readonly violations: number }
}

const [dialect, capture, journal = ''] = process.argv.slice(2)
const host = acquirerSimulator({
  dialect: dialect === 'edc' ? 'edc' : 'iso87',
  // By what it was authorised, it heard of none of it: it disagrees with all, until it is told each.
  capture: capture === 'host' ? 'host' : 'terminal',
  journal,
  timings: { answerMs: 0 },
})
const { port } = await listenTcp({ port: 0 }, (link) => host.accept(link))

const bare = createServer((socket) => {
  socket.setNoDelay(true)
  socket.on('error', () => socket.destroy())
  socket.pipe(socket)
})
await new Promise<void>((resolve) => bare.listen(0, '127.0.0.1', resolve))
const address = bare.address()
const barePort = typeof address === 'object' && address !== null ? address.port : 0

function told(ask: Ask): Told[Ask] {
  if (ask === 'where') return { port, barePort }
  if (ask === 'held') return memoryInUse()
  if (ask === 'worked') {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1_000
  }
  const { sums, violations } = host.books()
  return { agreed: sums.agreed.batches, net: sums.agreed.net, violations: violations.length }
}

process.on('message', (ask: Ask) => void process.send?.(told(ask)))
process.on('disconnect', () => process.exit(0))
