import type { Ledger } from '#electron/ledger/write-ledger.ts'

/** The process is gone at this very place. */
class Killed extends Error {}

/** Told each write to the disk; `true` is the end of the process there. */
export type Trap = (side: 'before' | 'after') => boolean

/** A ledger whose writes can each be the last thing its till ever did. @param fall the till dies; each write after it throws */
export function trappedLedger(ledger: Ledger, trap: Trap, fall: () => void, isDead: () => boolean): Ledger {
  const step = (side: 'before' | 'after'): void => {
    if (isDead()) throw new Killed()
    if (!trap(side)) return
    fall()
    throw new Killed()
  }
  const trapped =
    <A extends unknown[], R>(write: (...args: A) => R) =>
    (...args: A): R => {
      step('before')
      const result = write(...args)
      step('after')
      return result
    }
  const { outbox, market, journalCursor } = ledger
  return {
    ...ledger,
    append: trapped(ledger.append),
    outbox: {
      ...outbox,
      begin: trapped(outbox.begin),
      failed: trapped(outbox.failed),
      delivered: trapped(outbox.delivered),
      setAside: trapped(outbox.setAside),
    },
    market: {
      ...market,
      keepOrdersCursor: trapped(market.keepOrdersCursor),
      keepTold: trapped(market.keepTold),
      keepShopCursor: trapped(market.keepShopCursor),
      beginHold: trapped(market.beginHold),
      held: trapped(market.held),
      endHold: trapped(market.endHold),
    },
    journalCursor: {
      ...journalCursor,
      begin: trapped(journalCursor.begin),
      failed: trapped(journalCursor.failed),
      delivered: trapped(journalCursor.delivered),
    },
  }
}
