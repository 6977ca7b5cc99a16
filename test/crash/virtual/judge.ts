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

/** How many charges of each amount stand by the ledger, minor units; given back on the card, the amount is negative. */
export function inLedger(facts: readonly Fact[]): ReadonlyMap<number, number> {
  const approved = approvedIn(facts)
  const owed = new Map<number, number>()
  const move = (amount: number, by: number): void => void owed.set(amount, (owed.get(amount) ?? 0) + by)
  for (const fact of facts) {
    if (fact.kind === 'attemptStarted' && approved.has(fact.attemptId)) count(fact, move)
  }
  return owed
}

/** How many charges of each amount stand on the terminal. */
export function onTerminal(standing: readonly StandingCharge[]): ReadonlyMap<number, number> {
  const there = new Map<number, number>()
  for (const { amountMinor } of standing) there.set(amountMinor, (there.get(amountMinor) ?? 0) + 1)
  return there
}

/**
 * Compares the ledger with the terminal's own record. Every attempt of a shop has an amount of its own, so that an
 * amount names an attempt on both sides, also where the protocol carries no number of the till's; only its tests
 * are all of 1.00.
 */
export function judge(facts: readonly Fact[], standing: readonly StandingCharge[]): Verdict {
  const started = facts.filter((fact) => fact.kind === 'attemptStarted')
  const declined = new Map(
    facts
      .filter((fact) => fact.kind === 'attemptDeclined')
      .map((fact) => [fact.attemptId, fact.decidedBy.kind]),
  )
  const owed = inLedger(facts)
  const there = onTerminal(standing)

  const verdict = { doubleCharges: 0, lostApprovals: 0, falseDeclines: 0, falseApprovals: 0 }
  const sentences: string[] = []
  for (const amount of new Set([...owed.keys(), ...there.keys()])) {
    const booked = owed.get(amount) ?? 0
    const real = there.get(amount) ?? 0
    if (booked === real) continue
    const word = started.find((each) => each.amount === Math.abs(amount) && declined.has(each.attemptId))
    const by = word === undefined ? undefined : declined.get(word.attemptId)
    sentences.push(
      `${amount}: ${real} on the terminal, ${booked} in the ledger${by === undefined ? '' : `, declined by ${by}`}`,
    )
    if (real > booked && real > 1) verdict.doubleCharges += 1
    else if (real > booked && by !== undefined && by !== 'person') verdict.falseDeclines += 1
    else if (real > booked) verdict.lostApprovals += 1
    else verdict.falseApprovals += 1
  }
  for (const attempt of withoutTicket(facts)) {
    verdict.lostApprovals += 1
    sentences.push(`${attempt.amount}: a ${attempt.purpose} was approved and stands on no ticket`)
  }
  return { ...verdict, sentences }
}

const approvedIn = (facts: readonly Fact[]): ReadonlySet<string> =>
  new Set(facts.flatMap((fact) => (fact.kind === 'attemptApproved' ? [fact.attemptId] : [])))

/** Money that moved for a visitor who has no ticket for it. A test, and its void, are for no visitor. */
function withoutTicket(facts: readonly Fact[]): readonly Started[] {
  const approved = approvedIn(facts)
  const tickets = facts.flatMap((fact) =>
    fact.kind === 'saleCompleted' || fact.kind === 'refundCompleted' ? [fact.ticket] : [],
  )
  const onTickets = new Set(
    tickets.flatMap(({ tenders }) =>
      tenders.flatMap((each) => (each.kind === 'card' ? [each.attemptId] : [])),
    ),
  )
  return facts.filter((fact): fact is Started => {
    if (fact.kind !== 'attemptStarted' || !approved.has(fact.attemptId)) return false
    return (fact.purpose === 'payment' || fact.givesBack !== undefined) && !onTickets.has(fact.attemptId)
  })
}

/** What an approved attempt leaves on the terminal: a charge, a charge given back, or a charge undone. */
function count(attempt: Started, move: (amount: number, by: number) => void): void {
  if (attempt.purpose === 'refund') move(-attempt.amount, 1)
  else move(attempt.amount, attempt.purpose === 'void' ? -1 : 1)
}
