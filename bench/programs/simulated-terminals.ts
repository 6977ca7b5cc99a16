import { listenTcp } from '#drivers/simulators/wire/listen-tcp.node.ts'
import type { Timers } from '#drivers/transport/timers.ts'
import { simulatorOf, stands } from '../terminal-stand.ts'

/** Where each stand's terminal listens. Apart from the bench: a terminal's record of charges grows, as it should. */
export type Told = { readonly told: 'ports'; readonly ports: Readonly<Record<string, number>> }

/** How many times faster a terminal lives here than its README says: what it waits for is not measured. */
const haste = 10
const hasty: Timers = {
  nowMs: () => performance.now() * haste,
  after(delayMs, run) {
    const handle = setTimeout(run, delayMs / haste)
    return () => clearTimeout(handle)
  },
}

const ports: Record<string, number> = {}
for (const stand of stands) {
  const simulator = await simulatorOf(stand, hasty)
  const { port } = await listenTcp({ port: 0 }, (link) => simulator.accept(link, stand.via))
  ports[stand.name] = port
}
/** Told whatever it is asked: a listener that the bench has not set up yet must not miss it. */
process.on('message', () => process.send?.({ told: 'ports', ports } satisfies Told))
process.on('disconnect', () => process.exit(0))
