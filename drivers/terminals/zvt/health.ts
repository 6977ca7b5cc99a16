import { maskText } from '../masking.ts'
import type { TerminalHealth } from '../terminal.ts'
import { ask } from './ask.ts'
import { busyCode, notPossibleCode } from './message.ts'
import { type Registered, register, type ZvtParts } from './register.ts'
import { statusEnquiry } from './requests.ts'

/** Conditions of a terminal (PA00P015 §2.22, §11) in words, for people; the code stands before them. */
// biome-ignore format: a table
const conditions: Readonly<Record<string, string>> = {
  '51': 'it must be initialised', '62': 'its clock is wrong', 'B1': 'its memory is full', 'B2': 'its journal is full',
  'C2': 'it needs a diagnosis', 'CC': 'its printer is not ready', 'DC': 'a card is in it', 'DF': 'it is out of order',
  'E0': 'it is being maintained', 'E1': 'a card was not removed', 'F0': 'its end of day must be done first',
  'F6': 'it needs its merchant parameters',
}

/** Registers and asks 05 01. Never moves money. */
export async function checkHealth(parts: ZvtParts): Promise<TerminalHealth> {
  const registered = await register(parts)
  if (registered.kind !== 'registered') return unwell(registered)
  const { line } = registered
  const command = statusEnquiry()
  const asked = await ask(line, { command, waitMs: parts.timings.questionMs, takesStatus: false }, parts)
  await line.close()
  // It registered, and knows no status enquiry: that is all it can say of itself.
  if (asked.kind === 'refused' && asked.code === notPossibleCode) return { ok: true, text: 'ZVT' }
  if (asked.kind !== 'completed') return unwell(asked)
  const { condition } = asked.completion
  if (condition === null || condition === '00') return { ok: true, text: 'ZVT 00' }
  return inCondition(condition)
}

function unwell(ended: Exclude<Registered, { kind: 'registered' }>): TerminalHealth {
  switch (ended.kind) {
    case 'unreachable':
      return { ok: false, reason: 'unreachable', text: maskText(ended.detail) }
    case 'otherCurrency':
      return { ok: false, reason: 'otherCurrency', text: 'it does not take dirhams (0504)' }
    case 'lineLost':
      return { ok: false, reason: 'noAnswer', text: maskText(ended.detail) }
    case 'noAnswer':
      return ended.heard === 'noise'
        ? { ok: false, reason: 'otherProtocol', text: 'something answers, but not in ZVT' }
        : { ok: false, reason: 'noAnswer', text: 'the terminal does not answer' }
    case 'refused':
    case 'aborted':
      return inCondition(ended.code)
  }
}

function inCondition(code: string): TerminalHealth {
  if (code === busyCode) return { ok: false, reason: 'busy', text: `${code} please wait` }
  const words = conditions[code]
  const text = words === undefined ? code : `${code} ${words}`
  return { ok: false, reason: 'needsAttention', text }
}
