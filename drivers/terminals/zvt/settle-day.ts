import type { SettleOutcome } from '../terminal.ts'
import { ask } from './ask.ts'
import { register, type ZvtParts } from './register.ts'
import { endOfDay } from './requests.ts'
import type { StatusInformation } from './status.ts'
import { whyNotDone } from './why-not-done.ts'

/**
 * 06 50. Only its ending counts: 06 0F is done, 06 1E is not (PA00P015 §2.16). Real terminals send totals that
 * cannot be read, so they are told as far as they can.
 */
export async function settleDay(parts: ZvtParts): Promise<SettleOutcome> {
  const registered = await register(parts)
  if (registered.kind !== 'registered') return { ok: false, reason: whyNotDone(registered) }
  const { line } = registered
  const question = {
    command: endOfDay(parts.password),
    waitMs: parts.timings.commandMs,
    takesStatus: true,
  }
  const asked = await ask(line, question, parts)
  await line.close()
  if (asked.kind !== 'completed') return { ok: false, reason: whyNotDone(asked) }
  return { ok: true, text: [...asked.slip, ...totals(asked.statuses.at(-1))].join('\n') }
}

/** BMP 04: the sum of the day, centimes. */
function totals(status: StatusInformation | undefined): readonly string[] {
  const minor = status?.amountMinor ?? null
  if (minor === null) return []
  return [`Total: ${Math.floor(minor / 100)}.${String(minor % 100).padStart(2, '0')} MAD`]
}
