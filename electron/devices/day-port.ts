import { notTold } from '#drivers/terminals/outcomes.ts'
import type { ServiceOutcome, SettleOutcome, Terminal, TotalsOutcome } from '#drivers/terminals/terminal.ts'
import type { DeclineReason } from '#shared/kernel/attempt.ts'

/** The end of a terminal's day. What its protocol has no message for is refused as `TILL-CANNOT`. */
export interface DayPort {
  /** As `Terminal.settle`. */
  settle(): Promise<SettleOutcome>
  /** As `Terminal.totals`. */
  totals(): Promise<TotalsOutcome>
}

/** Runs a service while nothing else is done on the terminal; or says why not now, and nothing was sent. */
export type ServeAlone = <Outcome extends ServiceOutcome>(
  run: () => Promise<Outcome>,
  notNow: (reason: DeclineReason) => Outcome,
) => Promise<Outcome>

export function dayPort(driver: Terminal, alone: ServeAlone): DayPort {
  const settle = driver.capabilities.settle ? driver.settle?.bind(driver) : undefined
  const totals = driver.capabilities.totals ? driver.totals?.bind(driver) : undefined
  const notRead = (reason: DeclineReason): TotalsOutcome => ({ ok: false, reason })
  return {
    settle: async () => (settle === undefined ? notTold(cannot) : alone(settle, notTold)),
    totals: async () => (totals === undefined ? notRead(cannot) : alone(totals, notRead)),
  }
}

const cannot: DeclineReason = { code: 'TILL-CANNOT', text: '' }
