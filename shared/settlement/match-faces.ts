import { type BusinessDay, localDay } from '../kernel/stamp.ts'
import { lastFour } from './card-digits.ts'
import type { CardMovement, MovementKind } from './movement.ts'
import type { StatementLine } from './statement.ts'

/** What a line and a movement can be compared by. `null`: this side does not say. */
export interface Face {
  readonly kind: MovementKind
  /** Which way the money went: statements without words for it tell a reversal from a refund by nothing. */
  readonly way: 'in' | 'out'
  readonly amount: number
  readonly authorisation: string | null
  readonly trace: string | null
  /** A retrieval reference (DE 37) of twelve digits ends in the terminal's own number (DE 11): those six. */
  readonly tail: string | null
  readonly terminal: string | null
  readonly last4: string | null
  readonly day: BusinessDay | null
}

/** What a rule may ask to be the same, besides the amount and what it is. */
export type Feature = 'authorisation' | 'trace' | 'tail' | 'terminal' | 'last4' | 'day'

export const faceOfLine = (line: StatementLine): Face => ({
  ...waysOf(line.kind),
  ...numbersOf(line.authorisation, line.trace, line.terminalId),
  amount: line.amount,
  last4: line.last4,
  day: line.on,
})

export const faceOfMovement = ({ kind, amount, approval, at }: CardMovement): Face => ({
  ...waysOf(kind),
  ...numbersOf(approval?.authorisation, approval?.trace, approval?.terminalId),
  amount,
  last4: lastFour(approval?.maskedPan ?? ''),
  day: localDay(at),
})

/** Whether nothing that both say is different. The names of terminals are not compared: acquirers have their own. */
export const agree = (a: Face, b: Face): boolean =>
  !(differ(a.authorisation, b.authorisation) || differ(a.last4, b.last4))

/** Also by the day, which may be the one before or after: a terminal's midnight is not the acquirer's. */
export const agreeNear = (a: Face, b: Face): boolean =>
  agree(a, b) && (a.day === null || b.day === null || a.day === b.day || daysApart(a.day, b.day) === 1)

/**
 * What two sides must have the same to be in one group under a rule.
 * @returns `null` where this side does not say all of it
 */
export function keyOf(
  face: Face,
  features: readonly Feature[],
  by: 'kind' | 'way',
  amount: number | '' = face.amount,
): string | null {
  let key = `${face[by]}|${amount}`
  for (const feature of features) {
    const value = face[feature]
    if (value === null) return null
    key += `|${value}`
  }
  return key
}

export function dayPlus(day: BusinessDay, days: number): BusinessDay {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)
}

const dayMs = 86_400_000
const daysApart = (a: BusinessDay, b: BusinessDay): number => Math.abs(Date.parse(a) - Date.parse(b)) / dayMs

export const daysAround = (day: BusinessDay): readonly BusinessDay[] => [
  dayPlus(day, -1),
  day,
  dayPlus(day, 1),
]

const differ = (a: string | null, b: string | null): boolean => a !== null && b !== null && a !== b

const waysOf = (kind: MovementKind): Pick<Face, 'kind' | 'way'> => ({
  kind,
  way: kind === 'sale' ? 'in' : 'out',
})

function numbersOf(
  authorisation: string | null | undefined,
  trace: string | null | undefined,
  terminal: string | null | undefined,
): Pick<Face, 'authorisation' | 'trace' | 'tail' | 'terminal'> {
  const reference = (trace ?? '').replace(/\s/g, '')
  return {
    authorisation: plain(authorisation),
    trace: plain(reference),
    tail: plain(/^\d{12}$/.test(reference) ? reference.slice(-6) : reference),
    terminal: plain(terminal),
  }
}

/** Spreadsheets take leading zeros away, and some programs write small letters. Nothing but zeros says nothing. */
function plain(text: string | null | undefined): string | null {
  const shown = (text ?? '').replace(/\s/g, '').toUpperCase()
  const bare = /^\d+$/.test(shown) ? shown.replace(/^0+/, '') : shown
  return bare === '' ? null : bare
}
