import type { WriteLedger } from '#electron/ledger/handles.ts'
import type { Command } from '#shared/checkout/command.ts'
import type { CheckoutView } from '#shared/checkout/view.ts'
import type { Answer } from '#shared/contract/contract.ts'
import { refuse } from '#shared/kernel/refusal.ts'
import type { Counter } from './counter.ts'
import { type Desk, type DeskParts, openDesk } from './desk.ts'
import { pretendPrinters, pretendTerminal } from './pretend-devices.ts'

export interface CounterParts extends DeskParts {
  /** A ledger of its own for a training session, with the shop's catalogue; closed means thrown away. */
  readonly openScratch?: () => WriteLedger
  /** How long training's terminal shows each step, ms. Default: 700. */
  readonly trainingStepMs?: number
}

/** The counter over a real ledger, with a second one in front of it while someone trains. */
export function openCounter(parts: CounterParts): Counter {
  const listeners = new Set<(view: CheckoutView) => void>()
  let revision = 0
  let training: { readonly desk: Desk; readonly ledger: WriteLedger } | null = null
  let current: CheckoutView | null = null
  let last: Promise<unknown> = Promise.resolve()
  const real = openDesk(parts, changed)
  current = look()
  // What can be asked about a charge depends on the terminal that is there.
  const unwatch = parts.terminal.onReplaced?.(() => {
    if (current?.attempt) changed()
  })

  function changed(): void {
    if (current === null) return
    revision += 1
    current = look()
    for (const listener of listeners) tell(listener, current)
  }

  function look(): CheckoutView {
    return { ...(training?.desk ?? real).view(), revision, training: training !== null }
  }

  /** One screen that fails to draw must not stop the sale, nor the other screens. */
  function tell(listener: (view: CheckoutView) => void, view: CheckoutView): void {
    try {
      listener(view)
    } catch (error) {
      parts.log.error({ err: error }, 'a watcher of the counter threw')
    }
  }

  function route(command: Command, by: string): Promise<Answer> {
    if (command.type === 'setTraining') return setTraining(command.on, by)
    return (training?.desk ?? real).send(command, by)
  }

  async function setTraining(on: boolean, by: string): Promise<Answer> {
    if (training !== null) return on ? accepted : endTraining()
    // The real machine judges: no word of training in the middle of a sale, not even that it is over.
    const answer = await real.send({ type: 'setTraining', on }, by)
    return answer.ok && on ? startTraining(by) : answer
  }

  async function startTraining(by: string): Promise<Answer> {
    if (parts.openScratch === undefined) return { ok: false, refusal: refuse('notSetUp') }
    const ledger = parts.openScratch()
    const desk = openDesk(
      {
        ...parts,
        ledger,
        terminal: pretendTerminal(parts.trainingStepMs),
        printers: pretendPrinters,
        claims: null,
        // What is signed is believed: nothing of a practice till ever is.
        key: () => null,
        training: true,
      },
      changed,
    )
    training = { desk, ledger }
    await openSameShift(desk, by)
    changed()
    return accepted
  }

  function failed(error: unknown): Answer {
    parts.log.error({ err: error }, 'training could not be started or ended')
    return { ok: false, refusal: refuse('internal') }
  }

  /** Who trains during a shift goes on selling at once, under the same name. */
  async function openSameShift(desk: Desk, by: string): Promise<void> {
    const shift = parts.ledger.openShift()
    if (shift === null || desk.view().shift !== null) return
    await desk.send({ type: 'openShift', cashier: shift.cashier, float: shift.float }, by)
  }

  async function endTraining(): Promise<Answer> {
    const ended = training
    training = null
    await ended?.desk.close()
    ended?.ledger.close()
    changed()
    return accepted
  }

  return {
    view: () => current ?? look(),
    printJobs: () => (training?.desk ?? real).printJobs(),
    lay: (paper) => (training?.desk ?? real).lay(paper),
    watch(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    send(command, by) {
      // In order of arrival across the switch, too: nothing meant for training may reach the real ledger.
      const answer = last.then(() => route(command, by)).catch(failed)
      last = answer
      return answer
    },
    settled: () => (training?.desk ?? real).settled(),
    async close() {
      listeners.clear()
      unwatch?.()
      if (training !== null) await endTraining()
      await real.close()
    },
  }
}

const accepted: Answer = { ok: true, value: null }
