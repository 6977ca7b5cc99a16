import type { StxEtxEvent } from '#drivers/framing/stx-etx-lrc.ts'
import { pause } from '#drivers/transport/timers.ts'
import type { ChargeHooks, ChargeOutcome } from '../terminal.ts'
import { judgeAnswer } from './answer.ts'
import type { ConcertLine, LineParts } from './concert-line.ts'
import { openLine } from './concert-line.ts'
import type { Effect, Input, Turn } from './exchange.ts'
import { exchangeStarted, exchangeTurn } from './exchange-machine.ts'
import type { Asked } from './request.ts'

export interface ExchangeRun {
  readonly parts: LineParts
  readonly asked: Asked
  readonly hooks: ChargeHooks
}

/** Drives the exchange over an open line on which nothing was written yet. Never rejects. */
export function runExchange(line: ConcertLine, run: ExchangeRun): Promise<ChargeOutcome> {
  return new Promise((resolve) => new RunningExchange(line, run, resolve).start())
}

class RunningExchange {
  #line: ConcertLine
  readonly #run: ExchangeRun
  readonly #resolve: (outcome: ChargeOutcome) => void
  #turn: Turn
  #cancelWait: () => void = () => undefined
  readonly #onCancel = (): void => this.#input({ type: 'cancelled' })

  constructor(line: ConcertLine, run: ExchangeRun, resolve: (outcome: ChargeOutcome) => void) {
    this.#line = line
    this.#run = run
    this.#resolve = resolve
    this.#turn = exchangeStarted(this.#context())
  }

  start(): void {
    this.#run.hooks.signal.addEventListener('abort', this.#onCancel)
    this.#carryOut(this.#turn.effects)
    this.#hear(this.#line)
  }

  #context() {
    const { timings, timers } = this.#run.parts
    return { timings, nowMs: timers.nowMs() }
  }

  #hear(line: ConcertLine): void {
    line.listen(
      (event) => this.#input(this.#inputOf(event)),
      (detail) => {
        if (line === this.#line) this.#input({ type: 'lineLost', detail })
      },
    )
  }

  #inputOf(event: StxEtxEvent): Input {
    switch (event.kind) {
      case 'control':
        return { type: event.control }
      case 'frame':
        return { type: 'answer', verdict: judgeAnswer(event.data, this.#run.asked) }
      case 'damaged':
        return { type: 'damaged' }
      case 'discarded':
        return { type: 'noise' }
    }
  }

  #input(input: Input): void {
    this.#turn = exchangeTurn(this.#turn.exchange, input, this.#context())
    this.#carryOut(this.#turn.effects)
  }

  #carryOut(effects: readonly Effect[]): void {
    for (const effect of effects) {
      if (effect.do === 'send') this.#send(effect.what)
      else if (effect.do === 'wait') this.#wait(effect.ms)
      else if (effect.do === 'step') this.#run.hooks.onStep(effect.step, '')
      else if (effect.do === 'reopen') void this.#reopen()
      else this.#end(effect.outcome)
    }
  }

  #send(what: Extract<Effect, { do: 'send' }>['what']): void {
    const line = this.#line
    const sent = what === 'request' ? line.request(this.#run.asked) : line.send(what)
    sent.catch((error: Error) => {
      if (line === this.#line) this.#input({ type: 'lineLost', detail: error.message })
    })
  }

  #wait(ms: number): void {
    this.#cancelWait()
    this.#cancelWait = this.#run.parts.timers.after(ms, () => this.#input({ type: 'timeout' }))
  }

  /** USB goes and comes back while the terminal carries on: its answer is still worth hearing. */
  async #reopen(): Promise<void> {
    const { parts } = this.#run
    const { timers, timings, closing } = parts
    const until = timers.nowMs() + timings.reopenMs
    this.#cancelWait()
    await this.#line.close()
    for (;;) {
      await pause(timers, timings.reopenPauseMs, closing)
      if (closing.aborted || timers.nowMs() >= until) break
      try {
        this.#line = await openLine(parts)
        this.#input({ type: 'lineBack' })
        this.#hear(this.#line)
        return
      } catch {
        // Not there yet.
      }
    }
    const detail = closing.aborted ? 'closed by the till' : 'the line went and did not come back'
    this.#input({ type: 'lineGone', detail })
  }

  #end(outcome: ChargeOutcome): void {
    this.#cancelWait()
    this.#run.hooks.signal.removeEventListener('abort', this.#onCancel)
    if (outcome.outcome === 'approved') this.#run.hooks.onStep('removeCard', '')
    void this.#line.close().then(() => this.#resolve(outcome))
  }
}
