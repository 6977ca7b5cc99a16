import type {
  ChargeHooks,
  ChargeOutcome,
  ChargeRequest,
  RecoverRequest,
} from '#drivers/terminals/terminal.ts'
import type { CardTerminal, TerminalPort } from '#electron/checkout/ports.ts'
import type { Approval } from '#shared/kernel/attempt.ts'

export const approval: Approval = {
  maskedPan: '516794******3315',
  scheme: 'MASTERCARD',
  authorisation: '163078',
  trace: '745128',
  terminalId: '0100001',
  terminalTime: null,
  slip: [],
}

/** An operation the till began and the test ends. */
export interface Operation {
  readonly kind: 'charge' | 'recover'
  readonly request: ChargeRequest | RecoverRequest
  readonly hooks: ChargeHooks
  /** Ends it; resolves once the till has heard. */
  answer(outcome: ChargeOutcome): Promise<void>
}

export interface ScriptedTerminal extends TerminalPort {
  /** Every operation so far, ended or not. */
  readonly operations: readonly Operation[]
  /** The next operation the till begins, or the oldest not yet taken. */
  next(kind: Operation['kind']): Promise<Operation>
}

/** A terminal that says what the test tells it to, when the test tells it to. */
export function scriptedTerminal(overrides: Partial<CardTerminal> = {}): ScriptedTerminal {
  const operations: Operation[] = []
  const untaken: Operation[] = []
  const takers: ((operation: Operation) => void)[] = []

  function begin(
    kind: Operation['kind'],
    request: ChargeRequest,
    hooks: ChargeHooks,
  ): Promise<ChargeOutcome> {
    return new Promise((resolve) => {
      const operation: Operation = {
        kind,
        request,
        hooks,
        async answer(outcome) {
          resolve(outcome)
          await new Promise((heard) => setImmediate(heard))
        },
      }
      operations.push(operation)
      const taker = takers.shift()
      if (taker === undefined) untaken.push(operation)
      else taker(operation)
    })
  }

  const terminal: CardTerminal = {
    id: 'terminal',
    name: 'Counter terminal',
    protocol: 'naps',
    capabilities: { void: true, refund: false, query: true, settle: true, abort: true, prints: false, byHand: false },
    charge: (request, hooks) => begin('charge', request, hooks),
    recover: (request, hooks) => begin('recover', request, hooks),
    ...overrides,
  }

  return {
    operations,
    current: () => terminal,
    async next(kind) {
      const operation = untaken.shift() ?? (await new Promise<Operation>((take) => takers.push(take)))
      if (operation.kind !== kind) throw new Error(`the till began a ${operation.kind}, not a ${kind}`)
      return operation
    },
  }
}
