import type { AttemptId } from '../kernel/ids.ts'
import type { PaperRequest } from '../kernel/paper-kinds.ts'
import type { Visitor } from '../kernel/papers.ts'
import type { Refusal, RefusalCode } from '../kernel/refusal.ts'
import { refuse } from '../kernel/refusal.ts'
import type { Result } from '../kernel/result.ts'
import { err, ok } from '../kernel/result.ts'
import type { Command, CommandType } from './command.ts'
import type { Forward } from './effect.ts'
import type { Fact } from './fact.ts'
import type { CheckoutContext, ShownQr } from './state/context.ts'
import type { Circumstances } from './step.ts'

/** Something to be done or shown that leaves no fact of its own: the machine does it where its state allows. */
export type Ask =
  | { readonly type: 'abortAsked'; readonly attemptId: AttemptId }
  | { readonly type: 'recoveryAsked'; readonly attemptId: AttemptId }
  | { readonly type: 'printAsked'; readonly paper: PaperRequest }
  | { readonly type: 'printAnswered'; readonly job: number }
  | {
      readonly type: 'visitorNamed'
      readonly form: number
      readonly visitor: Visitor
      readonly salt: string
    }
  /** `qr` null: off the visitor's screen again. */
  | { readonly type: 'qrAsked'; readonly qr: ShownQr | null }

/** What an input comes to. */
export interface Outcome {
  readonly facts: readonly Fact[]
  readonly forwards: readonly Forward[]
  readonly asks: readonly Ask[]
}

export type Decision = Result<Outcome, Refusal>

/** Yes: this happened. */
export const record = (...facts: readonly Fact[]): Decision => ok({ facts, forwards: [], asks: [] })
/** Yes, and outsiders must hear of it. */
export const recordAndForward = (facts: readonly Fact[], forwards: readonly Forward[]): Decision =>
  ok({ facts, forwards, asks: [] })
/** Yes; nothing to write down, something to do. */
export const ask = (...asks: readonly Ask[]): Decision => ok({ facts: [], forwards: [], asks })
/** Yes: this happened, and more is to be done than follows from it. */
export const recordAndAsk = (facts: readonly Fact[], asks: readonly Ask[]): Decision =>
  ok({ facts, forwards: [], asks })
/** Yes; nothing to write down, nothing to do. */
export const nothing: Decision = ok({ facts: [], forwards: [], asks: [] })
/** No, and why. */
export const no = (code: RefusalCode, params?: Refusal['params']): Decision => err(refuse(code, params))

/** One command judged against what is known. */
export type Decide<T extends CommandType> = (
  context: CheckoutContext,
  command: Extract<Command, { type: T }>,
  circumstances: Circumstances,
) => Decision

/** Decisions of one subject. */
export type Decisions = { readonly [T in CommandType]?: Decide<T> }
