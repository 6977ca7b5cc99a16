import { notSettled, notTold } from '../outcomes.ts'
import type { SettleOutcome, TotalsOutcome } from '../terminal.ts'
import { type Asked, ask } from './ask.ts'
import { dayTotals, totalsInWords } from './day-totals.ts'
import { busyCode } from './message.ts'
import { type Registered, register, type ZvtParts } from './register.ts'
import { endOfDay, turnoverTotals } from './requests.ts'
import { whyNotDone } from './why-not-done.ts'

/** `unregistered`: it did not come to the command, not a byte of it left. */
type Day = Asked | { readonly kind: 'unregistered'; readonly why: NotRegistered }
type NotRegistered = Exclude<Registered, { kind: 'registered' }>

/**
 * 06 50. Only its ending counts: 06 0F is done, 06 1E is not (PA00P015 §2.16). Real terminals send totals that
 * cannot be read, so they are told as far as they can.
 */
export async function settleDay(parts: ZvtParts): Promise<SettleOutcome> {
  const day = await askDay(parts, endOfDay(parts.password))
  if (day.kind === 'unregistered') return notTold(whyNotDone(day.why))
  return day.kind === 'completed' ? said(day) : notSettled(whyNotDone(day))
}

/** 06 10: the turnover since the last end of day, which goes on (PA00P015, Send Turnover Totals). */
export async function readTotals(parts: ZvtParts): Promise<TotalsOutcome> {
  const day = await askDay(parts, turnoverTotals(parts.password))
  if (day.kind === 'completed') return said(day)
  const reason = whyNotDone(day.kind === 'unregistered' ? day.why : day)
  return { ok: false, reason: reason.code === busyCode ? { code: 'TILL-BUSY', text: busyCode } : reason }
}

async function askDay(parts: ZvtParts, command: Uint8Array): Promise<Day> {
  const registered = await register(parts)
  if (registered.kind !== 'registered') return { kind: 'unregistered', why: registered }
  const { line } = registered
  const asked = await ask(line, { command, waitMs: parts.timings.commandMs, takesStatus: true }, parts)
  await line.close()
  return asked
}

const said = ({ slip, statuses }: Extract<Asked, { kind: 'completed' }>) => ({
  ok: true as const,
  text: [...slip, ...totalsInWords(statuses)].join('\n'),
  told: dayTotals(statuses),
})
