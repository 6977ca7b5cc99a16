import type { TalkRules } from '#drivers/iso8583/dialect.ts'
import type { Message } from '#drivers/iso8583/message.ts'
import type { NoAnswer, TellAnswer, TotalsAnswer } from '../acquirer-host.ts'
import { NoTotals, toldTotals } from './totals-fields.ts'

/**
 * The type of the answer to a request: its function one up, its origin as of a first message, so that a repetition
 * gets the same one; or what the dialect says.
 */
export function answerType(mti: string, { answers }: Pick<TalkRules, 'answers'>): string {
  return answers[mti] ?? `${mti.slice(0, 2)}${Number(mti[2]) + 1}0`
}

/** STAN, terminal and merchant: all of them, or it is the answer to something else. */
const matched = [11, 41, 42] as const

/**
 * Whether a message is the answer to this very request. Where it names a batch, it must be the same; not all hosts do.
 */
export function answersTo(request: Message, talk: Pick<TalkRules, 'answers' | 'batchNumber'>) {
  const type = answerType(request.mti, talk)
  const batch = talk.batchNumber?.field
  return ({ mti, fields }: Message): boolean =>
    mti === type &&
    matched.every((field) => fields.get(field) === request.fields.get(field)) &&
    (batch === undefined || !fields.has(batch) || fields.get(batch) === request.fields.get(batch))
}

/** DE 39, or `null`: an answer without it says nothing. */
export function answerCode({ fields }: Message): string | null {
  const code = fields.get(39)
  return typeof code === 'string' && code !== '' ? code : null
}

/** @param answer to an 0500 or 0501: `answersTo` says so */
export function totalsAnswer(answer: Message, talk: Pick<TalkRules, 'codes' | 'totals'>): TotalsAnswer {
  const code = answerCode(answer)
  if (code === null) return garbage('an answer without a code')
  const { agreed, disagreed, duplicate } = talk.codes
  const isOf = [agreed, disagreed, duplicate].find((codes) => codes.includes(code))
  if (isOf === undefined) return refused(answer, code, talk)
  try {
    const told = toldTotals(answer, talk)
    if (isOf === duplicate) return { answer: 'duplicate', told }
    // DE 66 is the settlement by itself, in balance where it is 1: both have to say so.
    const inBalance = isOf === agreed && (answer.fields.get(66) ?? '1') === '1'
    return inBalance
      ? { answer: 'agreed', reference: textOf(answer, 37), told }
      : { answer: 'disagreed', told }
  } catch (error) {
    if (error instanceof NoTotals) return garbage(error.message)
    throw error
  }
}

/** @param answer to an 0320, 0420 or 0220: `answersTo` says so */
export function tellAnswer(answer: Message, talk: Pick<TalkRules, 'codes'>): TellAnswer {
  const code = answerCode(answer)
  if (code === null) return garbage('an answer without a code')
  const { agreed, known } = talk.codes
  return agreed.includes(code) || known.includes(code)
    ? { answer: 'taken', code }
    : refused(answer, code, talk)
}

function refused(answer: Message, code: string, { codes }: Pick<TalkRules, 'codes'>) {
  // DE 44: what the host has to say to its code.
  const text = withoutNumbers(textOf(answer, 44))
  return { answer: 'refused', code, text, again: codes.again.includes(code) } as const
}

/** Whatever a host repeats of a card has more digits than this in a row; its own numbers have fewer. */
const withoutNumbers = (text: string): string =>
  text.replace(/\d(?:[ .-]?\d){6,}/g, (run) => '*'.repeat(run.length))

const textOf = ({ fields }: Message, field: number): string => {
  const value = fields.get(field)
  return typeof value === 'string' ? value.trim() : ''
}

const garbage = (detail: string): NoAnswer => ({ answer: 'none', cause: 'garbage', sent: true, detail })
