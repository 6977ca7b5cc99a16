import fc from 'fast-check'
import { expect, test } from 'vitest'
import { closingCircumstances } from '#electron/checkout/closing-circumstances.ts'
import { restartFacts } from '#electron/checkout/restart-facts.ts'
import { besideOf } from '#electron/checkout/turn.ts'
import type { BesideJournal } from '#electron/ledger/paper-handles.ts'
import { printedFact } from '#electron/ledger/print-queue.ts'
import { verifyLedger } from '#electron/ledger/verify/verify.ts'
import type { Ledger } from '#electron/ledger/write-ledger.ts'
import type { Forward } from '#shared/checkout/effect.ts'
import type { Fact } from '#shared/checkout/fact.ts'
import { rebuild } from '#shared/checkout/machine.ts'
import { stoppedClock, testFolder, testLedger } from '#test/harness/ledger-folder.ts'
import type { Counter } from './counter.ts'
import { visitor } from './fixtures.ts'
import { orderStanding } from './marketplace.ts'
import { errandMoves, type Move, onlineMoves, paperMoves, saleMoves } from './moves.ts'
import { standingPapers } from './paperwork.ts'
import { morning } from './situations.ts'

/** A closing says where in its own ledger it stands: what comes before it is written down first. */
function writeFacts(
  ledger: Ledger,
  facts: readonly Fact[],
  forwards: readonly Forward[],
  beside: BesideJournal,
): void {
  const now = stoppedClock.now()
  const at = facts.findIndex((fact) => fact.kind === 'shiftClosed')
  const over = facts[at]
  if (over?.kind !== 'shiftClosed') {
    ledger.append(facts, 'amina', now, forwards, beside)
    return
  }
  ledger.append(facts.slice(0, at), 'amina', now, forwards, beside)
  const { counted } = over.drawer
  const command = { type: 'closeShift', counted, count: over.count ?? null } as const
  const { closing } = closingCircumstances({ ledger, key: () => null }, command, { at: now, by: 'amina' })
  if (closing === null) throw new Error('a shift is open')
  ledger.append([over, { kind: 'periodClosed', ...closing }], 'amina', now)
  writeFacts(ledger, facts.slice(at + 2), [], {})
}

/** Writes down what happened since the last time, as one turn of the till does. */
function writer(ledger: Ledger, counter: Counter): () => void {
  let [facts, forwards, effects] = [0, 0, 0]
  return () => {
    writeFacts(
      ledger,
      counter.facts.slice(facts),
      counter.forwards.slice(forwards),
      besideOf(counter.effects.slice(effects)),
    )
    ;[facts, forwards, effects] = [counter.facts.length, counter.forwards.length, counter.effects.length]
    endPrints(ledger, counter)
  }
}

/** Jobs that the counter's printers brought to an end go through the ledger's own states. */
function endPrints(ledger: Ledger, counter: Counter): void {
  for (const { id, paper } of ledger.printJobs.waiting()) {
    const outcome = counter.printed.get(id)
    if (outcome === undefined) continue
    const { copy } = ledger.printQueue.begin(id, 'printer')
    const fact = printedFact(paper, copy ?? 0, outcome, 'printer')
    ledger.append([fact], 'till', stoppedClock.now(), [], {
      printEnds: [{ job: id, outcome, trouble: outcome === 'done' ? null : 'paperOut' }],
    })
  }
}

/** The ledger answers about papers what the facts say. */
function expectSamePapers(ledger: Ledger, counter: Counter): void {
  expect(ledger.printJobs.recent(1000).map(({ paper, state }) => ({ paper, state }))).toEqual(counter.jobs())
  for (const { number } of counter.tickets())
    expect(ledger.papersOfTicket(number)).toEqual(standingPapers(counter.facts, number))
  const issued = counter.facts.filter((fact) => fact.kind === 'exportFormIssued')
  const forgotten = counter.facts.flatMap((fact) => (fact.kind === 'visitorForgotten' ? [fact.form] : []))
  for (const { number, gross } of issued) {
    const kept = forgotten.includes(number) ? null : visitor
    expect(ledger.findExportForm(number)).toMatchObject({ number, gross, visitor: kept })
  }
}

/** The ledger answers about online orders what the facts say. */
function expectSameOrders(ledger: Ledger, counter: Counter): void {
  for (const fact of counter.facts) {
    if (fact.kind !== 'onlineOrderTaken') continue
    const row = ledger.findOnlineOrder(fact.order.id)
    const known = row && { order: row.order, state: row.state, stage: row.stage, hasTask: row.task !== null }
    expect(known).toEqual(orderStanding(counter.facts, fact.order.id))
  }
}

/** What the ledger gives a till that comes up again leads where the counter's own facts lead. */
function expectSameAfterRestart(ledger: Ledger, counter: Counter): void {
  const [from, own] = [rebuild(restartFacts(ledger)), rebuild(counter.factsToRebuild())]
  expect(from.value).toEqual(own.value)
  for (const part of ['sales', 'errands', 'settled', 'lastTest'] as const)
    expect(from.context[part]).toEqual(own.context[part])
}

const anyMove = fc.constantFrom<Move>(...saleMoves, ...errandMoves, ...paperMoves, ...onlineMoves)

const named = (...types: readonly string[]): Move[] =>
  types.map((type) => {
    const move = errandMoves.find((one) => one.type === type)
    if (move === undefined) throw new Error(`no move is called ${type}`)
    return move
  })

/** The first test is open once more when the second one ends: what the first had found must not pass for the news. */
const contradictedTestBeforeAnother = named(
  ...['test', 'terminal declines', 'test', 'late approval', 'terminal is silent', 'sign declined'],
)

// A ledger of its own for each of twenty days, on a machine that does other things as well.
const timeoutMs = 120_000

test(
  'whatever a counter lives through, its ledger projects, verifies and brings back after a power cut',
  () => {
    fc.assert(
      fc.property(fc.array(anyMove, { minLength: 20, maxLength: 70, size: 'max' }), (moves) => {
        const folder = testFolder()
        const ledger = testLedger(folder)
        const counter = morning()
        counter.hear({
          kind: 'marketplaceConnected',
          connection: 'c1',
          platform: 'vendure',
          shop: 'Dar Zellij',
        })
        const writeDown = writer(ledger, counter)
        writeDown()
        counter.command({ type: 'openShift', cashier: 'amina', float: 0 as never })
        for (const move of moves) {
          move.play(counter)
          writeDown()
          expectSameAfterRestart(ledger, counter)
          expectSamePapers(ledger, counter)
          expectSameOrders(ledger, counter)
        }
        const started = counter.facts.flatMap((fact) => (fact.kind === 'attemptStarted' ? [fact] : []))
        const last = started.at(-1)?.terminalSequence ?? 0
        expect(ledger.nextTerminalSequence()).toBe(last + 1)
        for (const { attemptId, purpose } of started) expect(ledger.attempt(attemptId)?.purpose).toBe(purpose)
        ledger.close()
        expect(verifyLedger(folder).problems).toEqual([])
      }),
      { numRuns: 20, examples: [[contradictedTestBeforeAnother]] },
    )
  },
  timeoutMs,
)
