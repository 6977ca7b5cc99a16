import type { ChargeHooks, ChargeOutcome } from '../terminal.ts'
import { judgeAnswer } from './answer.ts'
import type { CaisseApLine } from './caisse-ap-line.ts'
import type { Input, Waiting } from './exchange.ts'
import { exchangeTurn, waiting } from './exchange.ts'
import type { Asked } from './request.ts'

/** Sends the request over a fresh line and waits for its answer. Never rejects. */
export function runExchange(line: CaisseApLine, asked: Asked, hooks: ChargeHooks): Promise<ChargeOutcome> {
  return new Promise((resolve) => {
    const { timers, timings } = line.parts
    let state: Waiting | null = waiting
    const input = (given: Input): void => {
      if (state === null) return
      const turn = exchangeTurn(state, given)
      if ('outcome' in turn) {
        finish(turn.outcome)
        return
      }
      state = turn.next
      if (turn.step !== undefined) hooks.onStep(turn.step, '')
    }
    const finish = (outcome: ChargeOutcome): void => {
      state = null
      cancelDeadline()
      hooks.signal.removeEventListener('abort', onCancel)
      if (outcome.outcome === 'approved') hooks.onStep('removeCard', '')
      void line.close().then(() => resolve(outcome))
    }
    const onCancel = (): void => input({ type: 'cancelled' })
    const cancelDeadline = timers.after(timings.answerMs, () => {
      // An answer that was cut short may still decide.
      line.overdue()
      input({ type: 'timeout' })
    })
    line.listen({
      onMessage: (message) => input({ type: 'message', verdict: judgeAnswer(message, asked) }),
      onNoise: () => input({ type: 'noise' }),
      onLost: (detail) => input({ type: 'lineLost', detail }),
    })
    hooks.onStep('presentCard', '')
    line.request(asked).catch((error: Error) => input({ type: 'lineLost', detail: error.message }))
    hooks.signal.addEventListener('abort', onCancel)
    if (hooks.signal.aborted) onCancel()
  })
}
