import { openLedger } from '#electron/ledger/open.ts'
import { systemClock } from '#electron/platform/clock.ts'
import { seeded } from './seeded.ts'
import { openInTheMorning, printWaiting, sellOne } from './sell-and-print.ts'

/** What the test tells a process that sells and prints, once. */
export interface PrintingOrders {
  readonly folder: string
  /** Every line of this file is paper: what was written before a kill stays written. */
  readonly paper: string
  readonly seed: number
}

/** Sells and prints until it is killed. A sale that was cut short is left as it is. */
function run({ folder, paper, seed }: PrintingOrders): void {
  const chance = seeded(seed)
  const still = new Int32Array(new SharedArrayBuffer(4))
  const pause = (): void => void Atomics.wait(still, 0, 0, chance.next() * 2)
  const ledger = openLedger({ folder, clock: systemClock, create: true })
  openInTheMorning(ledger)
  process.send?.('selling')
  for (;;) {
    printWaiting(ledger, paper, pause)
    for (let sales = chance.between(1, 3); sales > 0; sales--) sellOne(ledger, pause)
  }
}

process.on('message', run)
