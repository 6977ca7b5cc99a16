import { pause } from '#drivers/transport/timers.ts'
import { maskText } from '../masking.ts'
import { type Asked, ask } from './ask.ts'
import { openLine } from './line.ts'
import { busyCode } from './message.ts'
import { type Fate, judgeRecord, type Sought } from './record.ts'
import { registerOn, type ZvtParts } from './register.ts'
import { abortCommand, lastTransaction } from './requests.ts'
import type { StatusInformation } from './status.ts'

/** What the terminal answers when asked for its last transaction. */
type Told =
  | { readonly kind: 'record'; readonly status: StatusInformation }
  /** It answers, but with no record: some never do (Portalum issue 26). */
  | { readonly kind: 'nothing'; readonly detail: string }
  | { readonly kind: 'noAnswer'; readonly detail: string }
  | { readonly kind: 'lineLost'; readonly detail: string }
  | { readonly kind: 'busy'; readonly detail: string }

/** Two answers must agree before one is believed; a terminal that changes its mind more often is not. */
const mostQuestions = 4

/**
 * Asks what the terminal's last transaction was until it says the same twice, `reversalMs` apart: an approval that
 * nobody acknowledged is either taken back by then or kept for good (PA00P015 §2.2.8 and §4 say opposite things).
 * However old the attempt seems: how long ago it was is only what the till's clock says, and that may have jumped.
 * @param freeing tell a terminal that is still busy with a payment to stop: nobody waits for it
 */
export async function askFate(
  parts: ZvtParts,
  sought: Sought,
  freeing: boolean,
  signal: AbortSignal,
): Promise<Fate> {
  const { timers, timings } = parts
  const started = timers.nowMs()
  let before: string | null = null
  for (let question = 0; question < mostQuestions; question++) {
    if (question > 0) await pause(timers, timings.reversalMs, signal)
    const told = await askPatiently(parts, freeing, signal)
    if (signal.aborted) return { fate: 'noAnswer', detail: 'gave up waiting' }
    if (told.kind === 'noAnswer' || told.kind === 'busy') return { fate: 'noAnswer', detail: told.detail }
    if (told.kind === 'lineLost') return { fate: 'lineLost', detail: told.detail }
    const now = told.kind === 'record' ? told.status.bytes : ''
    if (now === before) {
      const ageMs = sought.ageMs + timers.nowMs() - started
      if (told.kind === 'nothing') return { fate: 'notFound', detail: told.detail }
      return judgeRecord(told.status, { ...sought, ageMs })
    }
    before = now
  }
  return { fate: 'contradictory', detail: 'the terminal says something else each time' }
}

/** Asks again while the terminal is busy, silent or away. */
async function askPatiently(parts: ZvtParts, freeing: boolean, signal: AbortSignal): Promise<Told> {
  const { timers, timings } = parts
  const started = timers.nowMs()
  for (;;) {
    const told = await askOnce(parts, freeing, signal)
    const over = timers.nowMs() - started >= timings.pollForMs
    if (told.kind === 'record' || told.kind === 'nothing' || over || signal.aborted) return told
    await pause(timers, timings.pollMs, signal)
  }
}

async function askOnce(parts: ZvtParts, freeing: boolean, signal: AbortSignal): Promise<Told> {
  let line: Awaited<ReturnType<typeof openLine>>
  try {
    line = await openLine(parts, signal)
  } catch (error) {
    return { kind: 'lineLost', detail: maskText((error as Error).message) }
  }
  const giveUp = (): void => void line.close()
  signal.addEventListener('abort', giveUp)
  try {
    const registered = await registerOn(line, parts)
    if (registered.kind === 'otherCurrency') return { kind: 'nothing', detail: 'it takes another currency' }
    if (registered.kind === 'unreachable') return { kind: 'lineLost', detail: registered.detail }
    if (registered.kind !== 'registered') {
      const told = withoutRecord(registered)
      const stuck = told.kind === 'busy' || told.kind === 'noAnswer'
      // Safe: it moves no money, and an approval that was not acknowledged is wanted by nobody.
      if (freeing && stuck) await free(line, parts)
      return told
    }
    const command = lastTransaction(parts.password)
    const asked = await ask(line, { command, waitMs: parts.timings.questionMs, takesStatus: true }, parts)
    if (asked.kind !== 'completed') return withoutRecord(asked)
    const status = asked.statuses.at(-1)
    if (status === undefined || line.doubtful) return { kind: 'nothing', detail: 'it gives no record' }
    return { kind: 'record', status }
  } finally {
    signal.removeEventListener('abort', giveUp)
    await line.close()
  }
}

function withoutRecord(asked: Exclude<Asked, { kind: 'completed' }>): Told {
  switch (asked.kind) {
    case 'refused':
    case 'aborted':
      return asked.code === busyCode
        ? { kind: 'busy', detail: 'the terminal is busy' }
        : { kind: 'nothing', detail: `it answers ${asked.code}` }
    case 'noAnswer':
      return { kind: 'noAnswer', detail: 'the terminal did not answer' }
    case 'lineLost':
      return { kind: 'lineLost', detail: maskText(asked.detail) }
  }
}

/** 06 B0, best effort: what the terminal makes of it shows when it is asked again. */
async function free(line: Awaited<ReturnType<typeof openLine>>, parts: ZvtParts): Promise<void> {
  await ask(line, { command: abortCommand(), waitMs: 0, takesStatus: false }, parts)
}
