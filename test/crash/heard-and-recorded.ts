import type { ChargeEvent } from '#drivers/simulators/terminal/terminal-simulator.ts'
import type { Fact, FactOf } from '#shared/checkout/fact.ts'
import type { TerminalWords } from './wire-tap.ts'

const startedIn = (facts: readonly Fact[]): readonly FactOf<'attemptStarted'>[] =>
  facts.filter((fact) => fact.kind === 'attemptStarted')

/** What reached the terminal was in the ledger before: an attempt before its 001, an approval before its 002. */
export function sentUnrecorded(facts: readonly Fact[], words: TerminalWords): readonly string[] {
  const started = startedIn(facts)
  const attempts = new Set(started.map((fact) => fact.terminalSequence))
  const keptIds = new Set(
    facts.filter((fact) => fact.kind === 'attemptApprovedUnconfirmed').map((fact) => fact.attemptId),
  )
  const kept = new Set(
    started.filter((fact) => keptIds.has(fact.attemptId)).map((fact) => fact.terminalSequence),
  )
  return [
    ...words.requested
      .filter((sequence) => !attempts.has(sequence))
      .map((sequence) => `001 with NS ${sequence} was sent without an attempt in the ledger`),
    ...words.confirming
      .filter((sequence) => !kept.has(sequence))
      .map((sequence) => `002 with NS ${sequence} was sent before its approval was in the ledger`),
  ]
}

/**
 * What the terminal did was in the ledger before: an attempt before its charge, an approval before it was
 * confirmed.
 */
export function doneUnrecorded(facts: readonly Fact[], terminal: readonly ChargeEvent[]): readonly string[] {
  const started = startedIn(facts)
  const amounts = new Set<number>(started.map(({ amount }) => amount))
  const keptIds = new Set(
    facts.filter((fact) => fact.kind === 'attemptApprovedUnconfirmed').map(({ attemptId }) => attemptId),
  )
  const kept = new Set<number>(
    started.filter(({ attemptId }) => keptIds.has(attemptId)).map(({ amount }) => amount),
  )
  return terminal.flatMap(({ event, amountMinor }) => {
    if (event === 'approved' && !amounts.has(amountMinor))
      return [`${amountMinor} was charged without an attempt`]
    if (event === 'confirmed' && !kept.has(amountMinor))
      return [`${amountMinor} was confirmed before it was kept`]
    return []
  })
}

/**
 * Attempts that the till counts as declined, by itself or by asking, without the terminal's word for it: it refused
 * the request, it recorded a refusal or a reversal under that code, or it was never reached.
 */
export function declinedOnNoWord(
  facts: readonly Fact[],
  terminal: readonly ChargeEvent[],
  words: TerminalWords,
): readonly string[] {
  const sequences = new Map(startedIn(facts).map((fact) => [fact.attemptId, fact.terminalSequence]))
  const answered = new Set(words.answered)
  const requested = new Set(words.requested)
  const recorded = (what: ChargeEvent['event']): ReadonlySet<number> =>
    new Set(terminal.filter(({ event }) => event === what).map(({ reference }) => Number(reference)))
  const [reversed, refused] = [recorded('reversed'), recorded('refused')]
  return facts
    .filter((fact) => fact.kind === 'attemptDeclined')
    .filter(({ decidedBy }) => decidedBy.kind !== 'person')
    .flatMap(({ attemptId, reason: { code } }) => {
      const sequence = sequences.get(attemptId) ?? 0
      const inRecord = (code === '480' && reversed.has(sequence)) || (code === '116' && refused.has(sequence))
      const word = inRecord || answered.has(`${sequence} ${code}`)
      if (word || (code.startsWith('TILL-') && !requested.has(sequence))) return []
      return [`attempt with NS ${sequence} is declined with ${code}, which the terminal never said`]
    })
}
