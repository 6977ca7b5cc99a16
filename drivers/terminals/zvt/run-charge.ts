import type { Approval } from '#shared/kernel/attempt.ts'
import type { ChargeHooks, ChargeOutcome } from '../terminal.ts'
import { notPossibleReply, positiveReply } from './apdu.ts'
import { chargeStarted, chargeTurn } from './charge-machine.ts'
import type { Broken, ChargeEffect, ChargeInput, ChargeTurn } from './charge-state.ts'
import type { Expected } from './expected.ts'
import type { LineParts, ZvtLine } from './line.ts'
import { type Message, readMessage } from './message.ts'
import { SlipTray } from './print.ts'
import { abortCommand } from './requests.ts'
import type { StatusInformation } from './status.ts'

export interface ChargeRun {
  readonly parts: LineParts
  readonly command: Uint8Array
  readonly expected: Expected
  readonly hooks: ChargeHooks
  /** Told of every approval that fits, before it is kept. */
  readonly onApproved: (status: StatusInformation) => void
  /** Asks the terminal's record, once the line is closed. */
  readonly askFate: (approval: Approval, broken: Broken) => Promise<ChargeOutcome>
}

/** Drives the charge machine over a registered line. Resolves with the outcome, the line closed. */
export function runCharge(line: ZvtLine, run: ChargeRun): Promise<ChargeOutcome> {
  return new Promise((resolve) => new RunningCharge(line, run, resolve).start())
}

class RunningCharge {
  readonly #line: ZvtLine
  readonly #run: ChargeRun
  readonly #resolve: (outcome: ChargeOutcome) => void
  readonly #tray = new SlipTray()
  #turn: ChargeTurn
  #shown = ''
  #lastSent: Promise<void> = Promise.resolve()
  #cancelWait: () => void = () => undefined
  readonly #onCancel = (): void => this.#input({ type: 'cancelled' })

  constructor(line: ZvtLine, run: ChargeRun, resolve: (outcome: ChargeOutcome) => void) {
    this.#line = line
    this.#run = run
    this.#resolve = resolve
    this.#turn = chargeStarted(run.parts.timings)
  }

  start(): void {
    this.#line.listen(
      (apdu) => this.#hear(readMessage(apdu)),
      (detail) => this.#input({ type: 'lineLost', detail }),
    )
    this.#carryOut(this.#turn.effects)
    this.#send(this.#run.command)
    const { signal } = this.#run.hooks
    if (signal.aborted) this.#onCancel()
    else signal.addEventListener('abort', this.#onCancel)
  }

  #hear(message: Message): void {
    if (message.type === 'print' && this.#turn.state.at !== 'asked') this.#tray.add(message.printed)
    const before = this.#turn.state.at
    this.#input({ type: 'heard', message })
    const now = this.#turn.state.at
    if (message.type === 'status' && now === 'saving' && before !== 'saving') {
      this.#run.onApproved(message.status)
    }
  }

  #input(input: ChargeInput): void {
    const { parts, expected } = this.#run
    this.#turn = chargeTurn(this.#turn.state, input, {
      expected,
      timings: parts.timings,
      doubtful: this.#line.doubtful,
      repeated: this.#line.repeated,
    })
    this.#carryOut(this.#turn.effects)
  }

  #carryOut(effects: readonly ChargeEffect[]): void {
    for (const effect of effects) {
      if (effect.do === 'wait') this.#wait(effect.ms)
      else if (effect.do === 'step') this.#show(effect.step, effect.text)
      else if (effect.do === 'acknowledge') this.#send(positiveReply)
      else if (effect.do === 'refuse') this.#send(notPossibleReply)
      else if (effect.do === 'sendAbort') this.#send(abortCommand())
      else if (effect.do === 'saveApproval') this.#save(effect.approval)
      else if (effect.do === 'askFate') this.#askFate(effect.approval, effect.broken)
      else if (effect.do === 'end') void this.#end(effect.outcome)
    }
  }

  #wait(ms: number): void {
    this.#cancelWait()
    this.#cancelWait = this.#run.parts.timers.after(ms, () => this.#input({ type: 'timeout' }))
  }

  /** The same step is shown once, unless the terminal has new words for it. */
  #show(step: Parameters<ChargeHooks['onStep']>[0], text: string): void {
    const shown = `${step} ${text}`
    if (shown === this.#shown || (text === '' && this.#shown.startsWith(`${step} `))) return
    this.#shown = shown
    this.#run.hooks.onStep(step, text)
  }

  #save(approval: Approval): void {
    this.#cancelWait()
    Promise.resolve()
      .then(() => this.#run.hooks.confirm(approval))
      .then(
        () => this.#input({ type: 'approvalSaved' }),
        (error: unknown) => this.#input({ type: 'approvalNotSaved', detail: nameOf(error) }),
      )
  }

  #send(apdu: Uint8Array): void {
    this.#lastSent = this.#line
      .send(apdu)
      .catch((error: Error) => this.#input({ type: 'lineLost', detail: error.message }))
  }

  #askFate(approval: Approval, broken: Broken): void {
    this.#finish()
    void this.#lastSent
      .then(() => this.#line.close())
      .then(() => this.#run.askFate(approval, broken))
      .then((outcome) => this.#resolve(this.#withSlip(outcome)))
  }

  async #end(outcome: ChargeOutcome): Promise<void> {
    this.#finish()
    if (outcome.outcome === 'approved') this.#run.hooks.onStep('removeCard', '')
    // The last acknowledgement leaves before the line is closed under it.
    await this.#lastSent
    await this.#line.close()
    this.#resolve(this.#withSlip(outcome))
  }

  #finish(): void {
    this.#cancelWait()
    this.#line.silence()
    this.#run.hooks.signal.removeEventListener('abort', this.#onCancel)
  }

  #withSlip(outcome: ChargeOutcome): ChargeOutcome {
    if (outcome.outcome !== 'approved') return outcome
    const { approval } = outcome
    return { outcome: 'approved', approval: { ...approval, slip: this.#tray.slip(approval.maskedPan) } }
  }
}

/** Only the kind of an error: its text may hold anything. */
const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'refused')
