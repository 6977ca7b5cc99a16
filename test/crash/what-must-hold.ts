import type { ChargeEvent } from '#drivers/simulators/terminal/terminal-simulator.ts'
import { openReadOnly } from '#electron/ledger/open.ts'
import { verifyLedger } from '#electron/ledger/verify/verify.ts'
import type { Fact, FactOf } from '#shared/checkout/fact.ts'
import { declinedOnNoWord, doneUnrecorded, sentUnrecorded } from './heard-and-recorded.ts'
import { everyJob, jobsAgainstPaper } from './jobs-and-paper.ts'
import { confirms, type KillProtocolName } from './kill-protocols.ts'
import type { PrintedReceipt } from './paper-sink.ts'
import type { TerminalWords } from './wire-tap.ts'

/**
 * What is compared at the end: two records kept by processes that were never killed, and the ledger of one that
 * was.
 */
export interface Evidence {
  readonly folder: string
  readonly protocol: KillProtocolName
  readonly receipts: readonly PrintedReceipt[]
  readonly terminal: readonly ChargeEvent[]
  readonly words: TerminalWords
}

export interface Findings {
  /** One sentence each; empty: nothing was lost, doubled or altered. */
  readonly wrong: readonly string[]
  readonly tickets: number
  readonly receipts: number
  readonly charges: number
  readonly attempts: number
  readonly byOutcome: Readonly<Record<string, number>>
  /** Charges of the terminal without their approval in the ledger, and the other way round. */
  readonly lost: number
  /** Requests sent twice, receipts printed twice, approvals in two tickets. */
  readonly doubled: number
  readonly missingNumbers: number
}

export function examine(evidence: Evidence): Findings {
  const ledger = openReadOnly(evidence.folder)
  const entries = [...ledger.entriesAfter(0)]
  const jobs = everyJob(ledger)
  ledger.close()
  const facts = entries.map((entry) => entry.fact)
  const hashes = new Map(
    entries.flatMap(({ fact, hash }) =>
      isTicket(fact) ? [[fact.ticket.number as number, hash] as const] : [],
    ),
  )
  const charges = chargedOn(evidence)
  const charged = new Set(charges)
  const approved = approvedIn(facts)
  const lost = [
    ...missing(charged, approved, 'charged by the terminal and not in the ledger'),
    ...missing(approved, charged, 'in the ledger and never charged by the terminal'),
  ]
  const doubled = [
    ...twice(charges, (amount) => `${amount} stands twice on the terminal`),
    ...twice(evidence.words.requested, (sequence) => `001 with NS ${sequence} was sent twice`),
    ...twice(
      evidence.receipts.map(({ ticket, copy }) => `${ticket}, copy ${copy},`),
      (receipt) => `the receipt of ticket ${receipt} came out twice`,
    ),
    ...notInOneTicket(facts),
  ]
  const missingNumbers = gaps(facts)
  return {
    wrong: [
      ...verifyLedger(evidence.folder).problems.map((problem) => `verify: ${JSON.stringify(problem)}`),
      ...missingNumbers,
      ...paperWithoutTicket(evidence.receipts, hashes),
      ...jobsAgainstPaper(
        facts.filter(isTicket).map(({ ticket }) => ticket.number),
        jobs,
        facts,
        evidence.receipts,
      ),
      ...lost,
      ...doubled,
      ...sentUnrecorded(facts, evidence.words),
      ...doneUnrecorded(facts, evidence.terminal),
      // Only NAPS is heard on its wire; what the others said is known by what stands.
      ...(evidence.protocol === 'naps' ? declinedOnNoWord(facts, evidence.terminal, evidence.words) : []),
      ...notForwardedOnce(evidence.folder, approved.size),
    ],
    tickets: hashes.size,
    receipts: evidence.receipts.length,
    charges: charges.length,
    attempts: facts.filter((fact) => fact.kind === 'attemptStarted').length,
    byOutcome: outcomes(facts),
    lost: lost.length,
    doubled: doubled.length,
    missingNumbers: missingNumbers.length,
  }
}

const twice = <T>(all: readonly T[], words: (one: T) => string): readonly string[] =>
  all.filter((one, index) => all.indexOf(one) !== index).map(words)

const isTicket = (fact: Fact): fact is FactOf<'saleCompleted'> | FactOf<'refundCompleted'> =>
  fact.kind === 'saleCompleted' || fact.kind === 'refundCompleted'

function gaps(facts: readonly Fact[]): readonly string[] {
  const numbers = facts.filter(isTicket).map((fact) => fact.ticket.number as number)
  return numbers.flatMap((number, index) =>
    number === index + 1 ? [] : [`ticket ${number} stands where ${index + 1} should`],
  )
}

const paperWithoutTicket = (
  receipts: readonly PrintedReceipt[],
  hashes: ReadonlyMap<number, string>,
): readonly string[] =>
  receipts
    .filter((receipt) => hashes.get(receipt.ticket) !== receipt.hash)
    .map((receipt) => `a receipt says ticket ${receipt.ticket} ${receipt.hash}, the ledger does not`)

/** Amount of each charge that stands on the terminal: final, and not given back. Each attempt's is its own. */
function chargedOn({ terminal, protocol }: Evidence): readonly number[] {
  const standing = new Map<string, number>()
  const final = confirms(protocol) ? 'confirmed' : 'approved'
  for (const { event, trace, amountMinor } of terminal) {
    if (event === final) standing.set(trace, amountMinor)
    if (event === 'reversed' || event === 'voided') standing.delete(trace)
  }
  return [...standing.values()]
}

function approvedIn(facts: readonly Fact[]): ReadonlySet<number> {
  const started = new Map(
    facts.filter((fact) => fact.kind === 'attemptStarted').map((fact) => [fact.attemptId, fact] as const),
  )
  return new Set(
    facts
      .filter((fact) => fact.kind === 'attemptApproved')
      .map((fact) => started.get(fact.attemptId)?.amount ?? 0),
  )
}

const missing = (from: ReadonlySet<number>, there: ReadonlySet<number>, words: string): readonly string[] =>
  [...from].filter((charge) => !there.has(charge)).map((charge) => `charge ${charge}: ${words}`)

/** Every approved attempt pays for exactly one ticket, or for the sale still open on the counter. */
function notInOneTicket(facts: readonly Fact[]): readonly string[] {
  const paid = new Map<string, number>()
  for (const fact of facts.filter(isTicket)) {
    for (const tender of fact.ticket.tenders) {
      if (tender.kind === 'card') paid.set(tender.attemptId, (paid.get(tender.attemptId) ?? 0) + 1)
    }
  }
  const finished = new Set(facts.filter(isTicket).map((fact) => fact.ticket.saleId))
  return facts
    .filter((fact) => fact.kind === 'attemptApproved')
    .filter((fact) => (paid.get(fact.attemptId) ?? 0) !== (finished.has(fact.saleId) ? 1 : 0))
    .map((fact) => `approved attempt ${fact.attemptId} is in ${paid.get(fact.attemptId) ?? 0} tickets`)
}

function notForwardedOnce(folder: string, approved: number): readonly string[] {
  const ledger = openReadOnly(folder)
  const acquirer = ledger.outboxCounts().byDestination.acquirer ?? 0
  ledger.close()
  return acquirer === approved ? [] : [`${acquirer} rows for the acquirer, ${approved} approved attempts`]
}

/** How attempts ended, and who knew. */
function outcomes(facts: readonly Fact[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const fact of facts) {
    if (fact.kind !== 'attemptApproved' && fact.kind !== 'attemptDeclined') continue
    const name = `${fact.kind === 'attemptApproved' ? 'approved' : 'declined'} by ${fact.decidedBy.kind}`
    counts[name] = (counts[name] ?? 0) + 1
  }
  return counts
}
