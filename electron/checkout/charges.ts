import type { ChargeHooks, ChargeOutcome } from '#drivers/terminals/terminal.ts'
import type { ReadLedger } from '#electron/ledger/handles.ts'
import type { Clock } from '#electron/platform/clock.ts'
import type { Log } from '#electron/platform/log.ts'
import type { AttemptResult } from '#shared/checkout/step.ts'
import type { Approval, TerminalStep } from '#shared/kernel/attempt.ts'
import type { AttemptId } from '#shared/kernel/ids.ts'
import type { TerminalPort } from './ports.ts'
import { askAbout, carryOut, type Order } from './terminal-orders.ts'

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
  /** `order`: money is to move. `question`: what became of it. */
  readonly kind: 'order' | 'question'
  readonly step: TerminalStep
  readonly terminalText: string
  readonly cancelling: boolean
}

/**
 * Carries out what the machine wants of the terminal: each intent once, one operation an attempt at a time. An order is
 * never repeated here; after a lost answer the terminal is only ever asked.
 */
export interface Charges {
  start(order: Order): void
  /** Nothing happens if the terminal is already busy with this attempt. */
  recover(attemptId: AttemptId): void
  abort(attemptId: AttemptId): void
  /** A person has spoken for an attempt worked by hand: its operation ends, and whatever it still says is not heard. */
  release(attemptId: AttemptId): void
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
  /** Ends once the terminal is rid of what was released last: it does one thing at a time. */
  let released: Promise<void> = Promise.resolve()

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
        step: kind === 'order' ? 'connecting' : 'recovering',
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
    operation.ended = released
      .then(() => operate(hooks))
      .catch((error: unknown): ChargeOutcome => {
        parts.log.error({ attemptId, err: error }, 'a terminal driver threw in the middle of an operation')
        return { outcome: 'unknown', cause: 'lineLost', detail: 'driver' }
      })
      .then((outcome) => {
        parts.log.info({ attemptId, kind, outcome: outcome.outcome }, 'terminal operation ended')
        if (underWay.get(attemptId) !== operation) return
        underWay.delete(attemptId)
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
    start(order) {
      const at = parts.clock.now()
      const terminal = parts.terminal.current()
      run(order.attemptId, 'order', (hooks) => carryOut(order, terminal, at, hooks))
    },
    recover(attemptId) {
      if (underWay.has(attemptId)) return
      const { ledger, clock } = parts
      const row = ledger.attempt(attemptId)
      const terminal = parts.terminal.current()
      run(attemptId, 'question', (hooks) => askAbout(row, ledger, terminal, clock.now(), hooks))
    },
    abort,
    release(attemptId) {
      const operation = underWay.get(attemptId)
      if (operation === undefined) return
      underWay.delete(attemptId)
      operation.cancel.abort()
      released = operation.ended
    },
    async letGo(attemptId) {
      const operation = underWay.get(attemptId)
      abort(attemptId)
      await operation?.ended
    },
    live: (attemptId) => underWay.get(attemptId)?.live ?? null,
    busy: () => underWay.size > 0,
  }
}

/**
 * A question that could not be put (`TILL-…` codes are the driver's own: busy, nothing sent) says nothing about the
 * attempt asked about: it stays unknown, never declined. `TILL-STANDS` is the one that is an answer: the terminal's
 * record says that the charge which a void was to undo stands.
 */
function resultOf(outcome: ChargeOutcome, kind: LiveCharge['kind']): AttemptResult {
  const asked = kind === 'question'
  if (outcome.outcome === 'approved') return { ...outcome, asked }
  if (outcome.outcome !== 'declined') return outcome
  const { code } = outcome.reason
  if (asked && code.startsWith('TILL-') && code !== 'TILL-STANDS') {
    return { outcome: 'unknown', cause: 'noAnswer', detail: code }
  }
  return { ...outcome, asked }
}
