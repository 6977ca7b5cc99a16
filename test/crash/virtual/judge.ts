import type { StandingCharge } from '#drivers/simulators/terminal/terminal-simulator.ts'
import type { Fact, FactOf } from '#shared/checkout/fact.ts'

/** What must all be zero, and a sentence for each that is not. */
export interface Verdict {
  /** One sale's money taken twice. */
  readonly doubleCharges: number
  /** Money that stands on the terminal and has no place in the ledger. */
  readonly lostApprovals: number
  /** Called declined, by the till or by asking, while the money stands. */
  readonly falseDeclines: number
  /** In the ledger as taken (or given back), and the terminal never did. */
  readonly falseApprovals: number
  readonly sentences: readonly string[]
}

type Started = FactOf<'attemptStarted'>

/**
 * Compares the ledger with the terminal's own record. Every attempt of a shop has an amount of its own, so that an amount names
 * an attempt on both sides, also where the protocol carries no number of the till's.
 */
export function judge(facts: readonly Fact[], standing: readonly StandingCharge[]): Verdict {
  const started = facts.filter((fact) => fact.kind === 'attemptStarted')
  const approved = new Set(
    facts.filter((fact) => fact.kind === 'attemptApproved').map((fact) => fact.attemptId),
  )
  const declined = new Map(
    facts
      .filter((fact) => fact.kind === 'attemptDeclined')
      .map((fact) => [fact.attemptId, fact.decidedBy.kind]),
  )
  const owed = new Map<number, number>()
  const move = (amount: number, by: number): void => void owed.set(amount, (owed.get(amount) ?? 0) + by)
  for (const attempt of started) if (approved.has(attempt.attemptId)) count(attempt, move)
  const there = new Map<number, number>()
  for (const { amountMinor } of standing) there.set(amountMinor, (there.get(amountMinor) ?? 0) + 1)

  const verdict = { doubleCharges: 0, lostApprovals: 0, falseDeclines: 0, falseApprovals: 0 }
  const sentences: string[] = []
  for (const amount of new Set([...owed.keys(), ...there.keys()])) {
    const inLedger = owed.get(amount) ?? 0
    const onTerminal = there.get(amount) ?? 0
    if (inLedger === onTerminal) continue
    const word = started.find((each) => each.amount === Math.abs(amount) && declined.has(each.attemptId))
    const by = word === undefined ? undefined : declined.get(word.attemptId)
    sentences.push(
      `${amount}: ${onTerminal} on the terminal, ${inLedger} in the ledger${by === undefined ? '' : `, declined by ${by}`}`,
    )
    if (onTerminal > inLedger && onTerminal > 1) verdict.doubleCharges += 1
    else if (onTerminal > inLedger && by !== undefined && by !== 'person') verdict.falseDeclines += 1
    else if (onTerminal > inLedger) verdict.lostApprovals += 1
    else verdict.falseApprovals += 1
  }
  return { ...verdict, sentences }
}

/** What an approved attempt leaves on the terminal: a charge, a charge given back, or a charge undone. */
function count(attempt: Started, move: (amount: number, by: number) => void): void {
  if (attempt.purpose === 'refund') move(-attempt.amount, 1)
  else move(attempt.amount, attempt.purpose === 'void' ? -1 : 1)
}
