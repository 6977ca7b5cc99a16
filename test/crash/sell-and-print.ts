import { appendFileSync } from 'node:fs'
import { printedFact } from '#electron/ledger/print-queue.ts'
import type { Ledger } from '#electron/ledger/write-ledger.ts'
import { systemClock } from '#electron/platform/clock.ts'
import type { ShiftId } from '#shared/kernel/ids.ts'
import { dirham } from '#shared/money/amount.ts'
import { saleFacts } from '#test/harness/ledger-facts.ts'
import { demoItem } from '#test/harness/made-up-shop.ts'
import type { PrintedReceipt } from './paper-sink.ts'

const shiftId = 'shift' as ShiftId

/** A ledger in the morning, unless its shift is open already. */
export function openInTheMorning(ledger: Ledger): void {
  if (ledger.openShift() !== null) return
  const items = Array.from({ length: 50 }, (_, n) => demoItem(n))
  ledger.append(
    [
      { kind: 'catalogueLoaded', items },
      { kind: 'shiftOpened', shiftId, businessDay: '2026-11-27', cashier: 'amina', float: dirham(0) },
    ],
    'amina',
    systemClock.now(),
  )
}

/** Prints what waits, as the till does: durable before the first byte, recorded after the last. */
export function printWaiting(ledger: Ledger, paper: string, pause: () => void = () => {}): void {
  for (const { id } of ledger.printJobs.waiting()) {
    const job = ledger.printQueue.begin(id, 'printer')
    if (job.paper.kind !== 'receipt') throw new Error('only receipts are sold here')
    const copy = job.copy ?? 0
    pause()
    const receipt: PrintedReceipt = { ticket: job.paper.ticket, copy, hash: '' }
    appendFileSync(paper, `${JSON.stringify(receipt)}\n`)
    pause()
    const fact = printedFact(job.paper, copy, 'done', 'printer')
    ledger.append([fact], 'till', systemClock.now(), [], {
      printEnds: [{ job: id, outcome: 'done', trouble: null }],
    })
  }
}

/** One cash sale; a power cut may leave it half rung up. */
export function sellOne(ledger: Ledger, pause: () => void): void {
  const number = ledger.nextTicketNumber()
  const { steps } = saleFacts({
    // Ids of its own: the last sale may have been cut short, and its number not used.
    n: ledger.head()?.seq ?? 0,
    number,
    shiftId,
    businessDay: '2026-11-27',
    items: [demoItem(number % 50)],
    tender: 'cash',
    terminalSequence: 1,
  })
  for (const { facts, forwards } of steps) {
    // The made-up sale comes with its print already recorded; here that is the printer's business.
    const sold = facts.filter(({ kind }) => kind !== 'receiptPrinted')
    const prints = sold.flatMap((fact) =>
      fact.kind === 'saleCompleted' ? [{ kind: 'receipt', ticket: fact.ticket.number } as const] : [],
    )
    if (sold.length > 0) ledger.append(sold, 'amina', systemClock.now(), forwards, { prints })
    pause()
  }
}
