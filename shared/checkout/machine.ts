import type { SnapshotFrom } from 'xstate'
import { initialTransition, transition } from 'xstate'
import type { ChartEvent } from './chart.ts'
import { checkoutChart } from './chart.ts'
import { decide } from './decide.ts'
import type { Effect } from './effect.ts'
import type { Fact } from './fact.ts'
import type { CheckoutInput, Circumstances, StepResult } from './step.ts'

export { ticketToLookUp } from './ticket-to-look-up.ts'
export { viewOf } from './view-of.ts'

/** Where the counter stands and what it knows. Never stored: rebuilt from the journal. */
export type CheckoutState = SnapshotFrom<typeof checkoutChart>

function follow(
  state: CheckoutState,
  event: ChartEvent,
): { readonly next: CheckoutState; readonly effects: readonly Effect[] } {
  const [next, actions] = transition(checkoutChart, state, event)
  const effects = actions
    .filter((action) => action.type === 'effect')
    .map((action) => action.params as Effect)
  return { next, effects }
}

/** No shift, no sale. */
export function initialState(): CheckoutState {
  return initialTransition(checkoutChart)[0]
}

/**
 * One turn: judges the input and, where it is not refused, says what is to be made durable, what state that leads to
 * and what to do afterwards. Pure; the state is adopted by the caller once the facts are durable.
 */
export function step(
  state: CheckoutState,
  input: CheckoutInput,
  circumstances: Circumstances,
): StepResult<CheckoutState> {
  const decision = decide(state.context, input, circumstances)
  if (!decision.ok) return { ok: false, refusal: decision.error }
  const { facts, forwards, asks } = decision.value
  let next = state
  const effects: Effect[] = []
  const events: readonly ChartEvent[] = facts.length > 0 ? [{ type: 'happened', facts }, ...asks] : asks
  for (const event of events) {
    const turn = follow(next, event)
    next = turn.next
    effects.push(...turn.effects)
  }
  return { ok: true, next, facts, forwards, effects }
}

/**
 * The state that these facts lead to: those of the open shift and of every unfinished sale, refund, void and test, in
 * journal order. Facts of finished ones may be among them. Effects of the past are not repeated.
 */
export function rebuild(facts: Iterable<Fact>): CheckoutState {
  return follow(initialState(), { type: 'happened', facts: [...facts] }).next
}
