import type { ChargeHooks, ChargeOutcome } from '#drivers/terminals/terminal.ts'
import type { AttemptRow, ReadLedger } from '#electron/ledger/handles.ts'
import type { Effect } from '#shared/checkout/effect.ts'
import type { TerminalAbilities } from '#shared/checkout/step.ts'
import type { Approval } from '#shared/kernel/attempt.ts'
import type { Stamp } from '#shared/kernel/stamp.ts'
import type { CardTerminal } from './ports.ts'

/** What moves money on the terminal. */
export type Order = Extract<Effect, { type: 'startCharge' | 'startRefund' | 'startVoid' }>

/** Configured away between the decision and the act: it is certain that no byte left. */
const notSent: ChargeOutcome = { outcome: 'declined', reason: { code: 'TILL-NO-TERMINAL', text: '' } }
/** Asking some other terminal would get some other answer. */
const cannotAsk: ChargeOutcome = { outcome: 'unknown', cause: 'noAnswer', detail: 'terminal not configured' }

/** Tells the terminal what to do. */
export async function carryOut(
  order: Order,
  terminal: CardTerminal | null,
  at: Stamp,
  hooks: ChargeHooks,
): Promise<ChargeOutcome> {
  if (terminal === null) return notSent
  const { amount, terminalSequence: sequence } = order
  switch (order.type) {
    case 'startCharge':
      return terminal.charge({ amount, currency: 'MAD', sequence, at }, hooks)
    case 'startRefund':
      return refund(terminal, { amount, currency: 'MAD', sequence, at }, hooks)
    case 'startVoid':
      return terminal.void?.({ amount, approval: order.approval, sequence, at }, hooks) ?? notSent
  }
}

/** Worked by hand, a refund is keyed as a charge is: the terminal's part is to wait for the person. */
function refund(
  terminal: CardTerminal,
  request: Parameters<CardTerminal['charge']>[0],
  hooks: ChargeHooks,
): Promise<ChargeOutcome> | ChargeOutcome {
  if (terminal.refund !== undefined) return terminal.refund(request, hooks)
  return terminal.capabilities.byHand ? terminal.charge(request, hooks) : notSent
}

/**
 * Asks the terminal that began an attempt what became of it, in the way its protocol allows.
 * @param now by the till's clock
 */
export async function askAbout(
  row: AttemptRow | null,
  ledger: ReadLedger,
  terminal: CardTerminal | null,
  now: Stamp,
  hooks: ChargeHooks,
): Promise<ChargeOutcome> {
  if (row === null || terminal === null || terminal.id !== row.terminal) return cannotAsk
  // Under a clock that jumped back the age is not known: as if just sent, so the driver waits out its whole window.
  const byClockMs = now.utcMs - row.startedAt.utcMs
  return terminal.recover(
    {
      kind: row.purpose === 'refund' || row.purpose === 'void' ? row.purpose : 'charge',
      amount: row.amount,
      currency: 'MAD',
      sequence: row.terminalSequence,
      at: row.startedAt,
      approval: recordedApproval(ledger, row),
      ...undoneBy(ledger, row),
      otherTraces: tracesOfOthers(ledger, row),
      ageMs: Math.max(0, byClockMs),
      ...(byClockMs < 0 ? { ageUnknown: true } : {}),
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

/** Of a void: the charge it is to undo, as it was when the void was begun. */
function undoneBy(ledger: ReadLedger, row: AttemptRow): { readonly undoes?: Approval } {
  const started = ledger
    .factsOfSale(row.saleId)
    .find((fact) => fact.kind === 'attemptStarted' && fact.attemptId === row.attemptId)
  const undone = started?.kind === 'attemptStarted' ? started.undoes : undefined
  return undone === undefined ? {} : { undoes: undone.approval }
}

/** The terminal's last record may be of any of the last charges, refunds, voids and tests: none of them is this one. */
const tracesOfOthers = (ledger: ReadLedger, row: AttemptRow): readonly string[] =>
  ledger
    .recentApprovals()
    .flatMap(({ attemptId, approval }) => (attemptId === row.attemptId ? [] : (approval.trace ?? [])))

/** What the machine must know of the terminal that is here; a capability without its method is none. */
export const abilitiesOf = (terminal: CardTerminal | null): TerminalAbilities | null =>
  terminal && {
    id: terminal.id,
    canRefund: terminal.capabilities.refund && terminal.refund !== undefined,
    canVoid: terminal.capabilities.void && terminal.void !== undefined,
    canAsk: terminal.capabilities.query,
    byHand: terminal.capabilities.byHand,
  }
