import { maskText } from '../masking.ts'
import type { SettleOutcome, TerminalHealth } from '../terminal.ts'
import { refusalOf } from './approval.ts'
import type { Asked } from './ask.ts'
import { type JsonObject, listAt, textAt } from './json.ts'

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

/** What the answer to a reconciliation says: the totals of the period, a line each. */
export function readSettled(asked: Asked): SettleOutcome {
  const no = (code: string, text: string): SettleOutcome => ({ ok: false, reason: { code, text } })
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
  return { ok: true, text: totalLines(response).join('\n') }
}

/** EpasSaleToPOIMessages, TransactionTotals/PaymentTotals. */
function totalLines(response: JsonObject): readonly string[] {
  return listAt(response, 'TransactionTotals').flatMap((group) => {
    const brand = textAt(group, 'PaymentInstrumentType') ?? ''
    const currency = textAt(group, 'PaymentCurrency') ?? ''
    return listAt(group, 'PaymentTotals').map((total) => {
      const field = (name: string): string => textAt(total, name) ?? ''
      const line = `${brand} ${field('TransactionType')} ${field('TransactionCount')}: ${field('TransactionAmount')} ${currency}`
      return maskText(line.trim()).slice(0, 100).toWellFormed()
    })
  })
}
