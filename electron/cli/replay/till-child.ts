import { flushCompileCache } from 'node:module'
import { openCounter } from '#electron/checkout/open-counter.ts'
import type { PrintersPort } from '#electron/checkout/ports.ts'
import { openLedger } from '#electron/ledger/open.ts'
import { LedgerRefused } from '#electron/ledger/refused.ts'
import { openScratchLedger } from '#electron/ledger/scratch.ts'
import { verifyLedger } from '#electron/ledger/verify/verify.ts'
import { systemClock } from '#electron/platform/clock.ts'
import { randomIds } from '#electron/platform/ids.ts'
import { silentLog } from '#electron/platform/log.ts'
import { plainSettings } from './command-of.ts'
import { loopbackTerminal } from './loopback-terminal.ts'
import type { Ask, Told } from './messages.ts'
import { playLine, reportOf, type ScriptedTill, saleTicketsFrom } from './scripted-till.ts'

/**
 * The till's own process in a replay: the real ledger, checkout and terminal driver, driven over the process channel
 * instead of a screen. It is killed without warning wherever a script says `restart`.
 */
let till: (ScriptedTill & { close(): Promise<void> }) | null = null
let nextTicket = 1

/** A replay prints no paper: totals need none, and the printer's speed would be the replay's. */
const noPrinters: PrintersPort = {
  printersFor: () => [],
  kickDrawer: async () => ({ outcome: 'done' }),
}

function openTill(folder: string, terminalPort: number): typeof till {
  const ledger = openLedger({ folder, clock: systemClock, create: true })
  const terminal = loopbackTerminal(terminalPort)
  const counter = openCounter({
    ledger,
    terminal: { current: () => terminal },
    printers: noPrinters,
    layout: async () => null,
    clock: systemClock,
    ids: randomIds,
    log: silentLog,
    openScratch: () => openScratchLedger({ folder, from: ledger, clock: systemClock }),
    trainingStepMs: 0,
  })
  return {
    ledger,
    counter,
    verify: () => verifyLedger(folder).problems.length === 0,
    async close() {
      await counter.close()
      await terminal.close()
      ledger.close()
    },
  }
}

async function answer(ask: Ask): Promise<Told> {
  if (ask.ask === 'open') {
    till = openTill(ask.folder, ask.terminalPort)
    if (till === null) throw new Error('no till')
    nextTicket = till.ledger.nextTicketNumber()
    if (till.ledger.settings() === null) {
      await till.counter.send({ type: 'configure', settings: plainSettings }, 'replay')
    }
    // What a killed till left open is settled before the next line, as a cashier would wait for it.
    await till.counter.settled()
    return { told: 'opened', head: till.ledger.head()?.seq ?? 0 }
  }
  if (till === null) throw new Error('the till is not open')
  if (ask.ask === 'play') {
    const refused = await playLine(till, ask.line, ask.saleTicket)
    const saleTickets = saleTicketsFrom(till.ledger, nextTicket)
    nextTicket = till.ledger.nextTicketNumber()
    return { told: 'played', refused, saleTickets }
  }
  if (ask.ask === 'report') return { told: 'report', report: reportOf(till, ask.since) }
  await till.close()
  return { told: 'closed' }
}

/** One sentence for a person; the program's own failures keep their kind but not their stack. */
const sentenceOf = (error: unknown): string =>
  error instanceof LedgerRefused ? error.message : `the till failed: ${String(error)}`

process.on('message', (ask: Ask) => {
  answer(ask)
    .catch((error: unknown): Told => ({ told: 'failed', sentence: sentenceOf(error) }))
    .then((told) => process.send?.(told))
})
// A process that is killed keeps nothing by itself.
flushCompileCache()
// Whoever started us is gone: nobody will ask any more.
process.on('disconnect', () => process.exit(0))
