import { napsSimulator } from '#drivers/simulators/terminal/naps/naps-simulator.ts'
import type { TerminalSimulator } from '#drivers/simulators/terminal/terminal-simulator.ts'
import { listenTcp } from '#drivers/simulators/wire/listen-tcp.node.ts'
import type { Link } from '#drivers/transport/transport.ts'

/** What the simulator says of its one card, clear or masked; sixteen characters each. */
const simulated = '5167940000003315'
const masked = '516794******3315'
/** A line of dashes across the slip. */
const rule = '-'.repeat(32)

export interface TalkativeTerminal {
  readonly port: number
  readonly simulator: TerminalSimulator
  /** Everything that left it, as it went over the wire. */
  said(): string
  /** The card that is presented from now on. */
  present(card: string): void
  close(): Promise<void>
}

/**
 * A NAPS terminal on TCP that tells more than it may: card numbers unmasked in every message, and in the slip also
 * grouped by blanks, by dashes and as track 2.
 */
export async function talkativeTerminal(): Promise<TalkativeTerminal> {
  const simulator = napsSimulator({ timings: { cardMs: 20, authoriseMs: 20 } })
  let card = simulated
  let said = ''
  const grouped = (by: string): string => (card.match(/.{4}/g) ?? []).join(by)
  const shapes = (): string[] => [`PAN ${grouped(' ')}`, `${card}=301020100000000`, `No ${grouped('-')}`]
  const tell = (bytes: Uint8Array): Buffer => {
    let text = Buffer.from(bytes).toString('latin1').replaceAll(simulated, card).replaceAll(masked, card)
    for (const shape of shapes()) text = text.replace(rule, shape.padEnd(rule.length, ' '))
    said += text
    return Buffer.from(text, 'latin1')
  }
  const hear = (bytes: Uint8Array): Buffer =>
    Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll(card, simulated), 'latin1')
  const listener = await listenTcp({ port: 0 }, (link: Link) =>
    simulator.accept({
      write: (bytes) => link.write(tell(bytes)),
      onData: (listen) => link.onData((bytes) => listen(hear(bytes))),
      onClose: (listen) => link.onClose(listen),
      close: () => link.close(),
    }),
  )
  simulator.setFault('unmaskedPan', 1_000)
  return {
    port: listener.port,
    simulator,
    said: () => said,
    present(next) {
      card = next
    },
    async close() {
      simulator.close()
      await listener.close()
    },
  }
}
