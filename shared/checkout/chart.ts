import { assign, enqueueActions, setup } from 'xstate'
import type { Ask } from './decision.ts'
import type { Effect } from './effect.ts'
import { effectsOf } from './effects-of.ts'
import type { Fact } from './fact.ts'
import { attemptOnCounter, saleOnCounter } from './state/ask.ts'
import type { CheckoutContext } from './state/context.ts'
import { emptyContext } from './state/context.ts'
import { foldAll } from './state/fold.ts'

/** What the chart is told: what has happened, or something asked that leaves no fact. */
export type ChartEvent = { readonly type: 'happened'; readonly facts: readonly Fact[] } | Ask

/**
 * Where the counter stands. Each state is a screen; which one follows is decided in one place (`turning`) from what
 * is known, so that a state lived through and a state rebuilt from facts are the same state.
 *
 * Driven only by the pure `transition()`: nothing is invoked, no action is run, no timer exists. The actions a
 * transition returns are effects as data, for the till to carry out once the facts are durable.
 */
export const checkoutChart = setup({
  types: { context: {} as CheckoutContext, events: {} as ChartEvent },
  guards: {
    noShift: ({ context }) => context.shift === null,
    attemptUnknown: ({ context }) => attemptOnCounter(context)?.unknown != null,
    attemptRunning: ({ context }) => attemptOnCounter(context) !== null,
    noSale: ({ context }) => saleOnCounter(context) === null,
    moneyTaken: ({ context }) => (saleOnCounter(context)?.tenders.length ?? 0) > 0,
  },
  actions: {
    fold: assign(({ context, event }) =>
      event.type === 'happened' ? foldAll(context, event.facts) : context,
    ),
    showQr: assign(({ event }) => (event.type === 'qrAsked' ? { qr: event.qr } : {})),
    /** Carries an effect out of the transition; running it here would run it twice after a power cut. */
    effect: (_, _effect: Effect) => {},
  },
}).createMachine({
  id: 'checkout',
  context: emptyContext,
  initial: 'closed',
  on: {
    happened: {
      target: '.turning',
      actions: [
        'fold',
        enqueueActions(({ event, enqueue }) => {
          for (const params of event.facts.flatMap(effectsOf)) enqueue({ type: 'effect', params })
        }),
      ],
    },
    qrAsked: { actions: 'showQr' },
    printAsked: {
      actions: {
        type: 'effect',
        params: ({ event }): Effect => ({ type: 'print', paper: event.paper }),
      },
    },
    printAnswered: {
      actions: { type: 'effect', params: ({ event }): Effect => ({ type: 'leavePrint', job: event.job }) },
    },
    visitorNamed: {
      actions: { type: 'effect', params: ({ event }): Effect => ({ ...event, type: 'keepVisitor' }) },
    },
  },
  states: {
    turning: {
      always: [
        { guard: 'noShift', target: 'closed' },
        { guard: 'attemptUnknown', target: 'unresolved' },
        { guard: 'attemptRunning', target: 'charging' },
        { guard: 'noSale', target: 'idle' },
        { guard: 'moneyTaken', target: 'tendering' },
        { target: 'ringing' },
      ],
    },
    closed: {},
    idle: {},
    ringing: {},
    tendering: {},
    charging: {
      on: {
        abortAsked: {
          actions: {
            type: 'effect',
            params: ({ event }): Effect => ({ type: 'abortCharge', attemptId: event.attemptId }),
          },
        },
      },
    },
    unresolved: {
      on: {
        recoveryAsked: {
          actions: {
            type: 'effect',
            params: ({ event }): Effect => ({ type: 'recoverCharge', attemptId: event.attemptId }),
          },
        },
      },
    },
  },
})
