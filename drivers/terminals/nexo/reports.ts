import { maskText } from '../masking.ts'
import { notSettled, notTold } from '../outcomes.ts'
import type { SettleOutcome, TerminalHealth, TotalsOutcome } from '../terminal.ts'
import { refusalOf } from './approval.ts'
import type { Asked } from './ask.ts'
import { dayTotals, totalsInWords } from './day-totals.ts'
import { textAt } from './json.ts'

/** What the answer to a diagnosis says of the terminal (EpasSaleToPOIMessages, DiagnosisResponse/POIStatus). */
export function readHealth(asked: Asked): TerminalHealth {
  if (asked.kind !== 'answer') return unwell(asked)
  const { answer } = asked
  if (answer.kind !== 'answer') return { ok: false, reason: 'needsAttention', text: answer.detail }
  const { response } = answer
  const status = textAt(response, 'POIStatus', 'GlobalStatus') ?? 'OK'
  if (textAt(response, 'Response', 'Result') !== 'Success') {
    const { code, text } = refusalOf(response)
    return { ok: false, reason: code === 'Busy' ? 'busy' : 'needsAttention', text: `${code} ${text}`.trim() }
  }
  if (status === 'OK') return { ok: true, text: `nexo ${maskText(answer.poiId)}` }
  return {
    ok: false,
    reason: status === 'Busy' ? 'busy' : 'needsAttention',
    text: maskText(status).slice(0, 32),
  }
}

function unwell(asked: Exclude<Asked, { kind: 'answer' }>): TerminalHealth {
  const text = maskText(asked.detail)
  switch (asked.kind) {
    case 'notSent':
      // A certificate that is not the terminal's is something a person has to look into.
      return { ok: false, reason: asked.why === 'untrusted' ? 'needsAttention' : asked.why, text }
    case 'otherProtocol':
      return { ok: false, reason: 'otherProtocol', text }
    case 'noAnswer':
    case 'lineLost':
      return { ok: false, reason: 'noAnswer', text }
  }
}

/** What the answer to a reconciliation says: the day is ended, and what it came to. @param saleId of this till */
export function readSettled(asked: Asked, saleId: string): SettleOutcome {
  const totals = readPeriod(asked, saleId)
  if (totals.ok) return totals
  return asked.kind === 'notSent' ? notTold(totals.reason) : notSettled(totals.reason)
}

/** What the answer to GetTotals says: the totals of a period that goes on. @param saleId of this till */
export function readTotals(asked: Asked, saleId: string): TotalsOutcome {
  const totals = readPeriod(asked, saleId)
  const isBusy = !totals.ok && totals.reason.code === 'Busy'
  return isBusy ? { ok: false, reason: { ...totals.reason, code: 'TILL-BUSY' } } : totals
}

function readPeriod(asked: Asked, saleId: string): TotalsOutcome {
  const no = (code: string, text: string): TotalsOutcome => ({ ok: false, reason: { code, text } })
  switch (asked.kind) {
    case 'notSent':
      return no('TILL-UNREACHABLE', maskText(asked.detail))
    case 'lineLost':
      return no('TILL-LINELOST', maskText(asked.detail))
    case 'noAnswer':
    case 'otherProtocol':
      return no('TILL-NOANSWER', maskText(asked.detail))
  }
  const { answer } = asked
  if (answer.kind !== 'answer') return no('TILL-NOANSWER', answer.detail)
  const { response } = answer
  if (textAt(response, 'Response', 'Result') !== 'Success') return { ok: false, reason: refusalOf(response) }
  return { ok: true, text: totalsInWords(response).join('\n'), told: dayTotals(response, saleId) }
}
