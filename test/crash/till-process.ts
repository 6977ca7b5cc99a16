import { serialTransport } from '#drivers/transport/serial.node.ts'
import { tcpTransport } from '#drivers/transport/tcp.node.ts'
import { openCounter } from '#electron/checkout/open-counter.ts'
import { openLedger } from '#electron/ledger/open.ts'
import { systemClock } from '#electron/platform/clock.ts'
import { randomIds } from '#electron/platform/ids.ts'
import { openLog } from '#electron/platform/log.ts'
import { type KillProtocolName, killProtocols } from './kill-protocols.ts'
import { receiptLine, sinkPrinters } from './paper-sink.ts'
import { seeded } from './seeded.ts'
import { openShop, sellUntil } from './seller.ts'
import type { TerminalAddress } from './shop-process.ts'

/** What the test tells a till's process, once. */
export interface TillOrders {
  readonly folder: string
  readonly protocol: KillProtocolName
  readonly terminal: TerminalAddress
  readonly paperPort: number
  readonly seed: number
  /** Tickets in the ledger when it may stop. */
  readonly tickets: number
}

/** Somebody looked at the terminal for the process. */
export interface Looked {
  readonly outcome: 'approved' | 'declined'
}

export type TillSaid =
  /** Selling from now on: what follows may be cut at any instant. */
  | { readonly said: 'selling' }
  | { readonly said: 'look'; readonly amountMinor: number }
  | { readonly said: 'sold' }
  | { readonly said: 'failed'; readonly error: string }

const tell = (said: TillSaid): void => void process.send?.(said)

/** A whole till, real but for its screen, that sells by itself until it has sold enough or is killed. */
async function run(orders: TillOrders): Promise<void> {
  const ledger = openLedger({ folder: orders.folder, clock: systemClock, create: true })
  const driver = killProtocols[orders.protocol].makeDriver(transportTo(orders.terminal))
  const terminal = {
    id: 'terminal',
    name: driver.protocol,
    protocol: driver.protocol,
    capabilities: driver.capabilities,
    charge: driver.charge.bind(driver),
    recover: driver.recover.bind(driver),
  }
  const counter = openCounter({
    ledger,
    terminal: { current: () => terminal },
    printers: sinkPrinters(orders.paperPort),
    layout: async (paper, { copy }) => {
      const row = paper.kind === 'receipt' ? ledger.findTicket(paper.ticket) : null
      return row === null ? null : receiptLine({ ticket: row.ticket.number, copy, hash: row.hash })
    },
    clock: systemClock,
    ids: randomIds,
    log: openLog({ level: 'error' }),
  })
  await openShop({ counter, ledger })
  tell({ said: 'selling' })
  await sellUntil({ counter, ledger, chance: seeded(orders.seed), lookAtTerminal }, orders.tickets)
  await counter.close()
  await driver.close()
  ledger.close()
}

const transportTo = (address: TerminalAddress) =>
  'port' in address
    ? tcpTransport({ host: '127.0.0.1', port: address.port })
    : serialTransport({ path: address.path, baud: 9_600 })

let seen: ((looked: Looked) => void) | null = null

function lookAtTerminal(amountMinor: number): Promise<Looked['outcome']> {
  return new Promise((resolve) => {
    seen = ({ outcome }) => resolve(outcome)
    tell({ said: 'look', amountMinor })
  })
}

process.on('message', (message: TillOrders | Looked) => {
  if ('outcome' in message) return seen?.(message)
  run(message).then(
    () => tell({ said: 'sold' }),
    (error: unknown) => tell({ said: 'failed', error: String(error) }),
  )
})
process.on('disconnect', () => process.exit(0))
