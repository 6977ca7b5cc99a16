import { pause } from '#drivers/transport/timers.ts'
import type { ChargeHooks, ChargeOutcome, ChargeRequest } from '../terminal.ts'
import { answers } from './approval.ts'
import type { Approved, ChargeEffect, ChargeInput, ChargeTurn } from './charge-machine.ts'
import { chargeStarted, chargeTurn } from './charge-machine.ts'
import type { LineParts, NapsLine } from './naps-line.ts'
import { openLine } from './naps-line.ts'
import type { ApprovalEcho, Origin, Request } from './requests.ts'
import { confirmationRequest, paymentRequest, plainRequest, sequenceText } from './requests.ts'
import { requestType } from './tags.ts'

export interface ChargeRun {
  readonly parts: LineParts
  readonly request: ChargeRequest
  readonly hooks: ChargeHooks
  /** Till and present wall clock. */
  readonly origin: () => Origin
  readonly serviceSequence: () => string
  /** 101 approved; `withheld`: and it will not be confirmed. */
  readonly onApproved: (approved: Approved, withheld: boolean) => void
  /** Waits for the reversal and asks the terminal. */
  readonly askFate: (approved: Approved) => Promise<ChargeOutcome>
}

/** Drives the charge machine over a line. `line` is open, nothing has been written. Resolves with the outcome. */
export function runCharge(line: NapsLine, run: ChargeRun): Promise<ChargeOutcome> {
  return new Promise((resolve) => new RunningCharge(line, run, resolve).start())
}

class RunningCharge {
  #line: NapsLine
  readonly #run: ChargeRun
  readonly #resolve: (outcome: ChargeOutcome) => void
  readonly #payment: Request
  /** What an answer must echo to be ours, by the state we are in. */
  #expected: Request
  #reset: Request | null = null
  #turn: ChargeTurn
  #sawStray = false
  #cancelWait: () => void = () => undefined
  readonly #onCancel = (): void => this.#input({ type: 'cancelled' })

  constructor(line: NapsLine, run: ChargeRun, resolve: (outcome: ChargeOutcome) => void) {
    this.#line = line
    this.#run = run
    this.#resolve = resolve
    const { request } = run
    this.#payment = paymentRequest(run.origin(), sequenceText(request.sequence), request.amount)
    this.#expected = this.#payment
    this.#turn = chargeStarted(run.parts.timings)
  }

  start(): void {
    this.#hear(this.#line)
    this.#carryOut(this.#turn.effects)
    this.#send(this.#payment)
    const { signal } = this.#run.hooks
    if (signal.aborted) this.#onCancel()
    else signal.addEventListener('abort', this.#onCancel)
  }

  #hear(line: NapsLine): void {
    line.listen(
      (message) => {
        if (answers(message, this.#expected)) this.#input({ type: 'answer', message })
        else if (this.#reset !== null && answers(message, this.#reset)) {
          this.#input({ type: 'resetAnswer', message })
        } else {
          this.#sawStray = true
          this.#input({ type: 'stray' })
        }
      },
      (detail) => {
        if (line === this.#line) this.#input({ type: 'lineLost', detail })
      },
    )
  }

  #input(input: ChargeInput): void {
    const { parts, request } = this.#run
    const before = this.#turn.state
    this.#turn = chargeTurn(before, input, {
      amountMinor: request.amount,
      timings: parts.timings,
      nowMs: parts.timers.nowMs(),
      sawStray: this.#sawStray,
      heardNoise: this.#line.noisy,
    })
    const { state } = this.#turn
    if (state !== before && (state.at === 'savingApproval' || state.at === 'waitingForReversal')) {
      this.#run.onApproved(state.approved, state.at === 'waitingForReversal')
    }
    this.#carryOut(this.#turn.effects)
  }

  #carryOut(effects: readonly ChargeEffect[]): void {
    for (const effect of effects) {
      if (effect.do === 'step') this.#run.hooks.onStep(effect.step, '')
      else if (effect.do === 'wait') this.#wait(effect.ms)
      else if (effect.do === 'saveApproval') this.#save(effect.approval)
      else if (effect.do === 'sendReset') this.#sendReset()
      else if (effect.do === 'sendConfirmation') this.#sendConfirmation(effect.echo)
      else if (effect.do === 'comeBack') void this.#comeBack()
      else if (effect.do === 'askFate') this.#askFate(effect.approved)
      else this.#end(effect.outcome)
    }
  }

  #wait(ms: number): void {
    this.#cancelWait()
    this.#cancelWait = this.#run.parts.timers.after(ms, () => {
      const { state } = this.#turn
      // A receipt that was never closed may be all that is missing.
      this.#line.overdue()
      if (this.#turn.state === state) this.#input({ type: 'timeout' })
    })
  }

  #save(approval: Parameters<ChargeHooks['confirm']>[0]): void {
    this.#cancelWait()
    Promise.resolve()
      .then(() => this.#run.hooks.confirm(approval))
      .then(
        () => this.#input({ type: 'approvalSaved' }),
        (error: unknown) => this.#input({ type: 'approvalNotSaved', detail: nameOf(error) }),
      )
  }

  #send(request: Request): void {
    const line = this.#line
    line.send(request).catch((error: Error) => {
      if (line === this.#line) this.#input({ type: 'lineLost', detail: error.message })
    })
  }

  #sendReset(): void {
    this.#reset = plainRequest(requestType.reset, this.#run.origin(), this.#run.serviceSequence())
    this.#send(this.#reset)
  }

  #sendConfirmation(echo: ApprovalEcho): void {
    const { origin, request } = this.#run
    this.#expected = confirmationRequest(origin(), this.#payment.sequence, request.amount, echo)
    this.#send(this.#expected)
  }

  async #comeBack(): Promise<void> {
    const { parts } = this.#run
    this.#cancelWait()
    await this.#line.close()
    for (const ms of parts.timings.reconnectMs) {
      await pause(parts.timers, ms, parts.closing)
      if (parts.closing.aborted) break
      try {
        this.#line = await openLine(parts)
      } catch {
        continue
      }
      this.#hear(this.#line)
      return this.#input({ type: 'lineBack' })
    }
    this.#input({ type: 'lineGone' })
  }

  #askFate(approved: Approved): void {
    this.#cancelWait()
    void this.#line
      .close()
      .then(() => this.#run.askFate(approved))
      .then((outcome) => this.#end(outcome))
  }

  #end(outcome: ChargeOutcome): void {
    this.#cancelWait()
    this.#run.hooks.signal.removeEventListener('abort', this.#onCancel)
    if (outcome.outcome === 'approved') this.#run.hooks.onStep('removeCard', '')
    const line = this.#line
    this.#line.listen(
      () => undefined,
      () => undefined,
    )
    void line.close().then(() => this.#resolve(outcome))
  }
}

/** Only the kind of an error: its text may hold anything. */
const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'refused')
