import { LedgerUnwritable, type WriteLedger } from '#electron/ledger/handles.ts'
import type { Clock } from '#electron/platform/clock.ts'
import type { Ids } from '#electron/platform/ids.ts'
import type { Log } from '#electron/platform/log.ts'
import type { ShopKey } from '#electron/platform/shop-key.ts'
import { unsetSettings } from '#shared/cart/settings.ts'
import type { Command } from '#shared/checkout/command.ts'
import type { Effect } from '#shared/checkout/effect.ts'
import { type CheckoutState, rebuild, step, viewOf } from '#shared/checkout/machine.ts'
import type { AttemptResult, CheckoutInput } from '#shared/checkout/step.ts'
import type { Answer } from '#shared/contract/contract.ts'
import type { PrintJobView } from '#shared/contract/papers.ts'
import type { AttemptId, Sku } from '#shared/kernel/ids.ts'
import type { PaperRequest } from '#shared/kernel/paper-kinds.ts'
import { type Refusal, refuse } from '#shared/kernel/refusal.ts'
import { assertNever } from '#shared/kernel/result.ts'
import { type LiveCharge, openCharges } from './charges.ts'
import { gather } from './circumstances.ts'
import { type Claimed, openClaiming } from './claiming.ts'
import { type DeskView, liveView } from './live-view.ts'
import { openMustRecord } from './must-record.ts'
import type { ClaimsPort, LaidPaper, PaperLayout, PrintersPort, TerminalPort } from './ports.ts'
import { openPrintQueue } from './print-queue.ts'
import { printJobViews, receiptState } from './print-views.ts'
import { restartFacts } from './restart-facts.ts'
import { singleFile } from './single-file.ts'
import { record, takeTurn } from './turn.ts'
import { within } from './within.ts'

export interface DeskParts {
  readonly ledger: WriteLedger
  readonly terminal: TerminalPort
  readonly printers: PrintersPort
  readonly layout: PaperLayout
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  /** Pause between tries to write down an outcome the disk refused. Default: 1000 ms. */
  readonly retryMs?: number
  /** How long a person waits for a device to come to an end: who settles an attempt, who closes. Default: 2000 ms. */
  readonly graceMs?: number
  /** A desk to practise at. Default: no. */
  readonly training?: boolean
  /** Default: nobody else can have a piece. */
  readonly claims?: ClaimsPort | null
  /** What closings are signed with. Default: nothing, and they go unsigned. */
  readonly key?: () => ShopKey | null
}

/** One counter over one ledger: the real one, or the scratch one of training. */
export interface Desk {
  view(): DeskView
  printJobs(): readonly PrintJobView[]
  /** A paper as it would come out now, for eyes; `null`: there is no such paper. */
  lay(paper: PaperRequest): Promise<LaidPaper | null>
  send(command: Command, by: string): Promise<Answer>
  settled(): Promise<void>
  close(): Promise<void>
}

/** Who stands in the journal where no person acted. */
const byTill = 'till'

/**
 * Rebuilds the machine from the ledger, takes up again what a power cut left open, and then runs one turn at a time:
 * decided, durable, adopted, carried out.
 * @param onChange called after each change of the view
 */
export function openDesk(parts: DeskParts, onChange: () => void): Desk {
  const { ledger, log, claims = null, retryMs = 1000, graceMs = 2000, training = false } = parts
  const file = singleFile()
  let state: CheckoutState = rebuild(restartFacts(ledger))
  let closing = false
  let closed = false
  let waiters: (() => void)[] = []

  const changed = (): void => {
    if (closed) return
    try {
      onChange()
    } catch (error) {
      // A view that cannot be drawn must not reach into a driver or a turn.
      log.error({ err: error }, 'the view could not be made')
    }
    const woken = waiters
    waiters = []
    for (const wake of woken) wake()
  }

  const kept = openMustRecord(log, retryMs, changed)

  /** Happened already: recorded now or kept until it can be. A refusal of the machine is final and logged. */
  const mustTake = (input: CheckoutInput, then: () => void = () => {}): Promise<void> =>
    file.run(() => {
      if (closed) return
      kept.record(() => {
        const refusal = turn(input, byTill)
        if (refusal === null) then()
        else log.error({ input: input.type, refusal }, 'an outcome was not accepted')
        changed()
      })
    })

  /** An order that left us in doubt: the terminal is asked once, at once. Asking moves no money. */
  function chargeEnded(attemptId: AttemptId, result: AttemptResult, kind: LiveCharge['kind']): void {
    const inDoubt = result.outcome === 'unknown' || result.outcome === 'approvedUnconfirmed'
    const canAsk = parts.terminal.current()?.capabilities.query === true
    const then = inDoubt && canAsk && kind === 'order' ? () => charges.recover(attemptId) : undefined
    void mustTake({ type: 'attemptEnded', attemptId, result }, then)
  }

  const charges = openCharges({
    ...parts,
    onApproval: (attemptId, approval) =>
      file.run(() => {
        if (closing) throw new Error('the till is closing')
        const refusal = turn({ type: 'approvalReceived', attemptId, approval }, byTill)
        if (refusal !== null) throw new Error(`the approval was not accepted: ${refusal.code}`)
        changed()
      }),
    onEnd: chargeEnded,
    onLive: changed,
  })

  const prints = openPrintQueue({
    ...parts,
    training,
    retryMs,
    record: (facts, beside, then) =>
      void file.run(() => {
        if (closed) return
        kept.record(() => {
          record(ledger, facts, byTill, parts.clock.now(), [], beside)
          then()
        })
      }),
    onChange: changed,
  })

  const claiming = claims && openClaiming({ ...parts, claims, file, counter: () => state.context })

  const printed = { ledger, printers: parts.printers, ending: prints.ending }

  /** @returns why the machine said no; `null` if it said yes. @throws LedgerUnwritable */
  function turn(input: CheckoutInput, by: string, claimed: Claimed | null = null): Refusal | null {
    const taken = takeTurn(parts, state, input, by, claimed)
    if (!taken.ok) return taken.refusal
    state = taken.next
    claiming?.follow()
    for (const effect of taken.effects) carryOut(effect)
    return null
  }

  function carryOut(effect: Effect): void {
    switch (effect.type) {
      case 'startCharge':
      case 'startRefund':
      case 'startVoid':
        charges.start(effect)
        return
      case 'recoverCharge':
        charges.recover(effect.attemptId)
        return
      case 'abortCharge':
        charges.abort(effect.attemptId)
        return
      case 'releaseCharge':
        charges.release(effect.attemptId)
        return
      case 'print':
        prints.wake()
        return
      // Rows, written with the facts.
      case 'keepVisitor':
      case 'forgetVisitor':
      case 'leavePrint':
        return
      case 'kickDrawer':
        void kickDrawer()
        return
      default:
        assertNever(effect)
    }
  }

  async function kickDrawer(): Promise<void> {
    try {
      const kicked = await parts.printers.kickDrawer()
      if (kicked.outcome !== 'done') log.warn({ kicked }, 'the drawer may not have opened')
    } catch (error) {
      log.error({ err: error }, 'a printer driver threw instead of opening the drawer')
    }
  }

  const machineView = (): DeskView => viewOf(state, ledger.settings() ?? unsetSettings)

  /** What the running till knows and the machine cannot: an empty shop, a question already with the terminal. */
  function refusedHere(command: Command): Refusal | null {
    if (ledger.settings() === null && !settingUp.has(command.type)) return refuse('notSetUp')
    if (command.type !== 'resolveAttempt' && command.type !== 'askTerminal') return null
    const attempt = machineView().attempt
    // A person's word must not race the terminal's own answer; where there is no wire there is none to race.
    const asking = attempt !== null && !attempt.byHand && charges.live(attempt.attemptId) !== null
    return asking ? refuse('attemptInProgress') : null
  }

  /** A person who looked at the terminal need not wait out its questions; their word comes after its last. */
  async function stopAsking(): Promise<void> {
    const attempt = machineView().attempt
    if (attempt === null || charges.live(attempt.attemptId)?.kind !== 'question') return
    await within(graceMs, charges.letGo(attempt.attemptId))
  }

  /** One command, in its turn. @param claimed of the piece it scans; `null`: nobody was asked */
  function judge(command: Command, by: string, claimed: Claimed | null = null): Answer {
    if (closing) return { ok: false, refusal: refuse('internal') }
    if (!kept.flush()) return { ok: false, refusal: refuse('ledgerUnwritable') }
    try {
      const refusal = refusedHere(command) ?? turn({ type: 'command', command }, by, claimed)
      if (refusal === null) changed()
      return refusal === null ? { ok: true, value: null } : { ok: false, refusal }
    } catch (error) {
      log.error({ command: command.type, err: error }, 'a command could not be carried out')
      return {
        ok: false,
        refusal: refuse(error instanceof LedgerUnwritable ? 'ledgerUnwritable' : 'internal'),
      }
    }
  }

  /** The piece of a scan that would be taken into the cart: nobody outside is asked for what is refused here anyway. */
  function pieceToAskFor(command: Command, by: string): Sku | null {
    const item = command.type === 'scan' ? ledger.findItem(command.code) : null
    if (item?.unique !== true) return null
    const input: CheckoutInput = { type: 'command', command }
    return step(state, input, gather(parts, input, by, null)).ok ? item.sku : null
  }

  claiming?.follow()
  void mustTake({ type: 'tillRestarted' })
  // What waited for its printer when the till went goes on by itself.
  prints.wake()

  async function whileIt(goesOn: () => boolean): Promise<void> {
    while (goesOn() && !closed) await new Promise<void>((wake) => waiters.push(wake))
  }

  const busy = (): boolean => charges.busy() || prints.busy() || kept.waiting() > 0

  return {
    view: () =>
      liveView(machineView(), {
        ...parts,
        charges,
        receipt: (ticket) => receiptState(ticket, printed),
        unrecorded: kept.waiting(),
      }),
    printJobs: () => printJobViews(printed),
    lay: (paper) => parts.layout(paper, { ledger, copy: 0, training }),
    async send(command, by) {
      if (command.type === 'resolveAttempt') await stopAsking()
      if (command.type !== 'scan' || claiming === null) return file.run(() => judge(command, by))
      return claiming.scan(
        () => pieceToAskFor(command, by),
        (claimed) => judge(command, by, claimed),
      )
    },
    settled: () => whileIt(busy),
    async close() {
      closing = true
      prints.stop()
      // A receipt half out is waited for: unrecorded, its copy would come out unmarked.
      await within(graceMs, whileIt(prints.busy))
      kept.flush()
      kept.stop()
      closed = true
      for (const wake of waiters) wake()
    },
  }
}

const settingUp: ReadonlySet<Command['type']> = new Set(['configure', 'loadCatalogue', 'setPeople'])
