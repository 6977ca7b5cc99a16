import type {
  ChargeHooks,
  ChargeOutcome,
  ChargeRequest,
  RecoverRequest,
  TerminalCapabilities,
  VoidRequest,
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

interface Requests {
  readonly charge: ChargeRequest
  readonly refund: ChargeRequest
  readonly void: VoidRequest
  readonly recover: RecoverRequest
}

/** An operation the till began and the test ends. */
export interface Operation<Kind extends keyof Requests = keyof Requests> {
  readonly kind: Kind
  readonly request: Requests[Kind]
  readonly hooks: ChargeHooks
  /** Ends it; resolves once the till has heard. */
  answer(outcome: ChargeOutcome): Promise<void>
}

export interface ScriptedTerminal extends TerminalPort {
  /** Every operation so far, ended or not. */
  readonly operations: readonly Operation[]
  /** The next operation the till begins, or the oldest not yet taken. */
  next<Kind extends keyof Requests>(kind: Kind): Promise<Operation<Kind>>
}

export interface TerminalWanted {
  readonly id?: string
  /** What it can do otherwise than a NAPS terminal. */
  readonly can?: Partial<TerminalCapabilities>
}

/** As a NAPS terminal: no refund, everything else. */
const capabilities: TerminalCapabilities = {
  void: true,
  refund: false,
  query: true,
  settle: true,
  totals: false,
  abort: true,
  prints: false,
  byHand: false,
}

/** A terminal that says what the test tells it to, when the test tells it to. */
export function scriptedTerminal({ id = 'terminal', can }: TerminalWanted = {}): ScriptedTerminal {
  const operations: Operation[] = []
  const untaken: Operation[] = []
  const takers: ((operation: Operation) => void)[] = []

  const begin =
    <Kind extends keyof Requests>(kind: Kind) =>
    (request: Requests[Kind], hooks: ChargeHooks): Promise<ChargeOutcome> =>
      new Promise((resolve) => {
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

  const able = { ...capabilities, ...can }
  const terminal: CardTerminal = {
    id,
    name: 'Counter terminal',
    protocol: able.byHand ? 'manual' : 'naps',
    capabilities: able,
    charge: begin('charge'),
    recover: begin('recover'),
    ...(able.void ? { void: begin('void') } : {}),
    ...(able.refund ? { refund: begin('refund') } : {}),
  }

  return {
    operations,
    current: () => terminal,
    async next<Kind extends keyof Requests>(kind: Kind) {
      const operation = untaken.shift() ?? (await new Promise<Operation>((take) => takers.push(take)))
      if (operation.kind !== kind) throw new Error(`the till began a ${operation.kind}, not a ${kind}`)
      return operation as Operation<Kind>
    },
  }
}
