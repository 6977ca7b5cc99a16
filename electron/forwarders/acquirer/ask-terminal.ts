import type { SettleOutcome, TotalsOutcome } from '#drivers/terminals/terminal.ts'
import type { BatchId } from '#shared/settlement/batch.ts'
import { agreesWith, saysAllOf, type ToldTotals, totalsOf } from '#shared/settlement/totals.ts'
import type { Delivery } from '../forwarder.ts'
import type { BatchBook } from './batch-book.ts'
import { delivered, unsent } from './no-answer.ts'

/** The terminals of this till, by device id. */
export interface SettlingTerminals {
  /** What its day comes to so far; ends nothing. */
  readTotals(id: string): Promise<TotalsOutcome>
  settleTerminal(id: string): Promise<SettleOutcome>
}

/** Codes of a terminal driver after which nobody knows whether the day is ended. */
const unheard: ReadonlySet<string> = new Set(['TILL-NOANSWER', 'TILL-LINELOST'])
/** The protocol has no such order: whoever stands there ends the day by hand, and reads the slip. */
const cannot = 'TILL-CANNOT'
/** It is no terminal of this till any more, or not now: whoever has it reads its slip, and nobody waits for it. */
const gone = 'TILL-NO-TERMINAL'

/**
 * Has a terminal settle by itself and compares. It is told once: that it is told is on the disk before, and after a
 * restart in between a person looks, for a second order would settle the next day's first sales, or nothing.
 * @param untold batches whose order is known not to have left, in this run of the till
 */
export async function askTerminal(
  terminals: SettlingTerminals,
  book: BatchBook,
  untold: Set<BatchId>,
): Promise<Delivery> {
  const { batch, state, asked, terminal } = book.batch()
  // One that is disputed has a message of its own again only where a person said so.
  if (state !== 'frozen' && (state !== 'disputed' || asked)) return delivered
  if (asked && !untold.has(batch)) {
    book.dispute('noAnswer', null)
    return delivered
  }
  // Its end of day would take the very record away that the doubt is settled by.
  if (book.isInDoubt()) return unsent('refused', 'a charge on the terminal is under way or not known')
  // Asked first: a terminal that is off or busy is found out before anything has to be written down for good.
  const before = await terminals.readTotals(terminal)
  if (!before.ok && before.reason.code === gone) {
    book.dispute('noTotals', null, gone, '')
    return delivered
  }
  if (!before.ok && isAway(before.reason.code)) return unsent('noNetwork', before.reason.code)
  if (!asked) book.write({ kind: 'batchAsked', batch })
  untold.delete(batch)
  const outcome = await terminals.settleTerminal(terminal)
  if (!outcome.ok && !outcome.sent && outcome.reason.code !== cannot) {
    untold.add(batch)
    return unsent('noNetwork', outcome.reason.code)
  }
  compare(outcome, before.ok ? before.told : null, book)
  return delivered
}

/** A terminal's own no to the question says nothing of the order: some know ZVT's 06 50 and not its 06 10. */
const isAway = (code: string): boolean => code.startsWith('TILL-') && code !== cannot

/** @param before totals as the terminal told them just before its day was ended */
function compare(outcome: SettleOutcome, before: ToldTotals | null, book: BatchBook): void {
  if (!outcome.ok) {
    const { code, text } = outcome.reason
    if (unheard.has(code)) book.dispute('noAnswer', before, code, text)
    else book.dispute(code === cannot ? 'noTotals' : 'refused', before, code, text)
    return
  }
  const told = outcome.told ?? before
  const agrees = told === null ? null : fits(told, book)
  if (agrees === true) book.agree('terminal', '', told)
  else book.dispute(agrees === null ? 'noTotals' : 'totalsDiffer', told, '', outcome.text)
}

/**
 * A sale that was undone may be counted by itself or out of the sales: terminals differ, and do not say which. Totals
 * that leave out a part of our money agree to nothing.
 */
function fits(told: ToldTotals, book: BatchBook): boolean | null {
  const movements = book.movements().map(({ movement }) => movement)
  const ours = (['counted', 'netted'] as const).map((rule) => totalsOf(movements, rule))
  const fitting = ours.filter((totals) => agreesWith(totals, told) === true)
  if (fitting.length === 0) return false
  return fitting.some((totals) => saysAllOf(totals, told)) ? true : null
}
