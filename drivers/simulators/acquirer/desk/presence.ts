import type { HostTalk } from '../wire/host-dialect.ts'
import { totalsFields } from './batch-totals.ts'
import { type Request, type RequestKind, textAt } from './request.ts'

/** DE 49: the dirham (ISO 4217). */
const dirham = '504'

const always = [11, 41, 42]
const ofMoney = [...always, 3, 4, 49]
const needed: Readonly<Record<RequestKind, readonly number[]>> = {
  transaction: ofMoney,
  advice: [...ofMoney, 12, 13],
  upload: [...ofMoney, 12, 13],
  reversal: [...ofMoney, 90],
  settlement: [...always, 12, 13, 49],
  network: [...always, 70],
}

/** What is wrong with a request that can be read, in words without any value; `null`: nothing. */
export function formatTrouble(
  request: Request,
  talk: HostTalk,
  dialect: { has(field: number): boolean },
): string | null {
  const { kind } = request
  // What a later version has in other fields than 1987 is not asked for.
  const asked = [...needed[kind].filter((field) => dialect.has(field)), ...alsoNeeded(kind, talk)]
  const missing = asked.find((field) => textAt(request, field) === '')
  if (missing !== undefined) return `DE ${missing} is missing`
  if (Number(request.stan) === 0) return 'DE 11 is zero'
  return momentTrouble(request) ?? (kind === 'network' ? null : moneyTrouble(request, talk))
}

function alsoNeeded(kind: RequestKind, talk: HostTalk): readonly number[] {
  const batch =
    talk.batchNumber !== null && (kind === 'settlement' || kind === 'upload') ? [talk.batchNumber.field] : []
  const code = talk.functionCode === null ? [] : [24]
  if (kind !== 'settlement') return [...batch, ...code]
  const processing = talk.processing.settle === null ? [] : [3]
  return [...batch, ...code, ...processing, ...totalsFields(talk)]
}

function momentTrouble(request: Request): string | null {
  const day = /^(?:\d{2}|\d{4})?(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/
  const time = /^(?:\d{6}|\d{8})?(?:[01]\d|2[0-3])[0-5]\d[0-5]\d$/
  const shapes = [
    [12, time],
    [13, day],
    [15, day],
  ] as const
  const wrong = shapes.find(
    ([field, shape]) => textAt(request, field) !== '' && !shape.test(textAt(request, field)),
  )
  return wrong === undefined ? null : `DE ${wrong[0]} is no such moment`
}

function moneyTrouble(request: Request, talk: HostTalk): string | null {
  const { kind } = request
  if (textAt(request, 49) !== dirham && textAt(request, 49) !== '') return 'DE 49 is another currency'
  if (kind !== 'settlement' && Number(textAt(request, 4)) === 0) return 'DE 4 is zero'
  if (kind === 'reversal' && textAt(request, 90) !== '' && Number(textAt(request, 90).slice(4, 10)) === 0)
    return 'DE 90 names no original'
  const batch = talk.batchNumber === null ? '' : textAt(request, talk.batchNumber.field)
  if (batch !== '' && !isNumber(batch, talk.batchNumber?.digits ?? 0)) {
    return `DE ${talk.batchNumber?.field} is no batch number`
  }
  if (talk.functionCode !== null && !functionCodes(kind, talk.functionCode).includes(textAt(request, 24))) {
    return 'DE 24 is another one'
  }
  const { settle, closing, ...ofMovements } = talk.processing
  const codes: readonly (string | null)[] =
    kind === 'settlement' ? [settle, closing] : Object.values(ofMovements)
  const code = textAt(request, 3)
  if (code !== '' && !codes.includes(code)) return 'DE 3 is no such thing here'
  return null
}

const functionCodes = (
  kind: RequestKind,
  { settle, closing, other }: NonNullable<HostTalk['functionCode']>,
): readonly string[] => (kind === 'settlement' ? [settle, closing] : [other])

/** Exactly so many digits; the first number is 1. */
const isNumber = (text: string, digits: number): boolean =>
  text.length === digits && /^\d+$/.test(text) && Number(text) > 0
