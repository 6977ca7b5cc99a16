import type { ChargeHooks, ChargeOutcome } from '#drivers/terminals/terminal.ts'
import type { AttemptRow, ReadLedger } from '#electron/ledger/handles.ts'
import type { Clock } from '#electron/platform/clock.ts'
import type { Log } from '#electron/platform/log.ts'
import type { Effect } from '#shared/checkout/effect.ts'
import type { AttemptResult } from '#shared/checkout/step.ts'
import type { Approval, TerminalStep } from '#shared/kernel/attempt.ts'
import type { AttemptId, TicketNumber } from '#shared/kernel/ids.ts'
import type { CardTerminal, TerminalPort } from './ports.ts'

export interface ChargesParts {
  readonly terminal: TerminalPort
  readonly ledger: ReadLedger
  readonly clock: Clock
  readonly log: Log
  /** Resolves when the approval is durable; rejects when it cannot be, so that the driver does not confirm. */
  readonly onApproval: (attemptId: AttemptId, approval: Approval) => Promise<void>
  /** Called once an operation: what the terminal said in the end. */
  readonly onEnd: (attemptId: AttemptId, result: AttemptResult, kind: LiveCharge['kind']) => void
  /** A step or a text changed. */
  readonly onLive: () => void
}

/** What a terminal shows of an operation under way; never durable. */
export interface LiveCharge {
  readonly attemptId: AttemptId
  readonly kind: 'charge' | 'recovery'
  readonly step: TerminalStep
  readonly terminalText: string
  readonly cancelling: boolean
}

/**
 * Carries out what the machine wants of the terminal: each intent once, one operation an attempt at a time. A charge
 * is never repeated here; after a lost answer the terminal is only ever asked.
 */
export interface Charges {
  start(effect: Extract<Effect, { type: 'startCharge' }>): void
  /** Nothing happens if the terminal is already busy with this attempt. */
  recover(attemptId: AttemptId): void
  abort(attemptId: AttemptId): void
  /** Gives up asking about an attempt, so that a person can speak. Resolves when its end was recorded. */
  letGo(attemptId: AttemptId): Promise<void>
  live(attemptId: AttemptId): LiveCharge | null
  busy(): boolean
}

interface Operation {
  live: LiveCharge
  readonly cancel: AbortController
  /** Resolves once its end was handed on. */
  ended: Promise<void>
}

/** Nothing is under way at first: what a power cut left open, the machine asks to be recovered. */
export function openCharges(parts: ChargesParts): Charges {
  const underWay = new Map<AttemptId, Operation>()

  function run(
    attemptId: AttemptId,
    kind: LiveCharge['kind'],
    operate: (hooks: ChargeHooks) => Promise<ChargeOutcome>,
  ): void {
    const cancel = new AbortController()
    const operation: Operation = {
      cancel,
      ended: Promise.resolve(),
      live: {
        attemptId,
        kind,
        step: kind === 'charge' ? 'connecting' : 'recovering',
        terminalText: '',
        cancelling: false,
      },
    }
    underWay.set(attemptId, operation)
    const hooks: ChargeHooks = {
      signal: cancel.signal,
      confirm: (approval) => parts.onApproval(attemptId, approval),
      onStep: (step, terminalText) => {
        operation.live = { ...operation.live, step, terminalText }
        parts.onLive()
      },
    }
    operation.ended = Promise.resolve()
      .then(() => operate(hooks))
      .catch((error: unknown): ChargeOutcome => {
        parts.log.error({ attemptId, err: error }, 'a terminal driver threw in the middle of an operation')
        return { outcome: 'unknown', cause: 'lineLost', detail: 'driver' }
      })
      .then((outcome) => {
        underWay.delete(attemptId)
        parts.log.info({ attemptId, kind, outcome: outcome.outcome }, 'terminal operation ended')
        parts.onEnd(attemptId, resultOf(outcome, kind), kind)
      })
  }

  function abort(attemptId: AttemptId): void {
    const operation = underWay.get(attemptId)
    if (operation === undefined) return
    operation.live = { ...operation.live, cancelling: true }
    operation.cancel.abort()
    parts.onLive()
  }

  return {
    start(effect) {
      const at = parts.clock.now()
      const terminal = parts.terminal.current()
      run(effect.attemptId, 'charge', async (hooks) =>
        terminal === null
          ? notSent
          : terminal.charge(
              { amount: effect.amount, currency: 'MAD', sequence: effect.terminalSequence, at },
              hooks,
            ),
      )
    },
    recover(attemptId) {
      if (underWay.has(attemptId)) return
      const row = parts.ledger.attempt(attemptId)
      const terminal = parts.terminal.current()
      run(attemptId, 'recovery', async (hooks) =>
        row === null || terminal === null || terminal.id !== row.terminal
          ? cannotAsk
          : ask(parts, terminal, row, hooks),
      )
    },
    abort,
    async letGo(attemptId) {
      const operation = underWay.get(attemptId)
      abort(attemptId)
      await operation?.ended
    },
    live: (attemptId) => underWay.get(attemptId)?.live ?? null,
    busy: () => underWay.size > 0,
  }
}

/** Configured away between the decision and the act: it is certain that no byte left. */
const notSent: ChargeOutcome = { outcome: 'declined', reason: { code: 'TILL-NO-TERMINAL', text: '' } }
/** Asking some other terminal would get some other answer. */
const cannotAsk: ChargeOutcome = { outcome: 'unknown', cause: 'noAnswer', detail: 'terminal not configured' }

function ask(
  parts: ChargesParts,
  terminal: CardTerminal,
  row: AttemptRow,
  hooks: ChargeHooks,
): Promise<ChargeOutcome> {
  const at = parts.clock.now()
  // Under a clock that jumped back the age is not known: as if just sent, so the driver waits out its whole window.
  const ageMs = Math.max(0, at.utcMs - row.startedAt.utcMs)
  return terminal.recover(
    {
      amount: row.amount,
      currency: 'MAD',
      sequence: row.terminalSequence,
      at,
      approval: recordedApproval(parts.ledger, row),
      otherTraces: tracesOfOthers(parts.ledger, row),
      ageMs,
    },
    hooks,
  )
}

function recordedApproval(ledger: ReadLedger, row: AttemptRow): Approval | null {
  const known = ledger
    .factsOfSale(row.saleId)
    .findLast((fact) => fact.kind === 'attemptApprovedUnconfirmed' && fact.attemptId === row.attemptId)
  return known?.kind === 'attemptApprovedUnconfirmed' ? known.approval : null
}

/** How many tickets back the terminal's last record may still be of: it remembers one, a busy minute makes a few. */
const recentTickets = 16

/** Traces of the other charges of this sale and of the last tickets: the terminal's last record may be of one of them. */
function tracesOfOthers(ledger: ReadLedger, row: AttemptRow): readonly string[] {
  const approvals: (Approval | null)[] = ledger
    .factsOfSale(row.saleId)
    .map((fact) =>
      fact.kind === 'attemptApproved' && fact.attemptId !== row.attemptId ? fact.approval : null,
    )
  const next = ledger.nextTicketNumber()
  for (let number = Math.max(1, next - recentTickets); number < next; number += 1) {
    for (const tender of ledger.findTicket(number as TicketNumber)?.ticket.tenders ?? []) {
      if (tender.kind === 'card') approvals.push(tender.approval)
    }
  }
  return approvals.flatMap((approval) => approval?.trace ?? [])
}

/**
 * A question that could not be put (`TILL-…` codes are the driver's own: busy, nothing sent) says nothing about the
 * attempt asked about: it stays unknown, never declined.
 */
function resultOf(outcome: ChargeOutcome, kind: LiveCharge['kind']): AttemptResult {
  const asked = kind === 'recovery'
  if (outcome.outcome === 'approved') return { ...outcome, asked }
  if (outcome.outcome !== 'declined') return outcome
  if (asked && outcome.reason.code.startsWith('TILL-'))
    return { outcome: 'unknown', cause: 'noAnswer', detail: outcome.reason.code }
  return { ...outcome, asked }
}
