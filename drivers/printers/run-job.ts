import type { PrinterFault, PrinterStatus, PrintOutcome } from './printer.ts'
import { Interrupted, type Talk } from './talk.ts'

/** What is sent, and where in it a question may stand. */
export interface SentJob {
  readonly bytes: Uint8Array
  readonly breaks?: readonly number[]
}

/** What a protocol knows of a job beside its bytes. */
export interface JobSteps {
  /** What keeps the job from starting; `null`: nothing. Not a byte of the job leaves before. */
  before(): Promise<PrinterFault | null>
  /** The bytes, made when nothing keeps them any more. */
  job(): SentJob
  /** Whether it is still there: asked now and then while the job is sent. Rejects if it is not. Absent: not asked. */
  alive?(): Promise<void>
  /** Begins to listen, before the first byte leaves; what it gives is awaited after the last. `null`: it printed. */
  prove(): () => Promise<PrinterFault | null>
  /** What the printer said by itself, if it did. */
  unasked(): PrinterFault | null
}

export type JobResult = PrintOutcome & {
  /** Some of the job may have arrived and not all: the printer may still wait for the rest of a command. */
  readonly brokenOff: boolean
}

/** Runs one job, once, and says what is certain about it (`printer.ts`). Never rejects. */
export async function runJob(
  talk: Pick<Talk<unknown>, 'send' | 'lost'>,
  steps: JobSteps,
): Promise<JobResult> {
  let leaving = false
  try {
    const fault = await steps.before()
    if (fault !== null) return { outcome: 'notStarted', reason: fault, brokenOff: false }
    const { bytes, breaks = [] } = steps.job()
    const proven = steps.prove()
    const onLeaving = (): void => {
      leaving = true
    }
    const { alive } = steps
    await talk.send(bytes, onLeaving, { watch: alive && { breaks, ask: () => alive.call(steps) } })
    const missing = await proven()
    if (missing === null) return { outcome: 'done', brokenOff: false }
    // With the wire gone or silent, what it took need not have come to the printer.
    return { outcome: 'unknown', reason: missing, brokenOff: talk.lost || missing === 'noAnswer' }
  } catch (error) {
    const found = faultOf(error)
    // A stalled line is a symptom; what the printer said by itself is the cause.
    const reason = found === 'stalled' ? (steps.unasked() ?? found) : found
    return { outcome: leaving ? 'unknown' : 'notStarted', reason, brokenOff: leaving }
  }
}

/** What a printer says of itself, or why it does not. Never rejects. */
export async function statusFrom(
  ask: () => Promise<Pick<PrinterStatus, 'fault' | 'paperLow'>>,
): Promise<PrinterStatus> {
  try {
    const { fault, paperLow } = await ask()
    return { reachable: true, fault, paperLow }
  } catch (error) {
    return { reachable: true, fault: faultOf(error), paperLow: false }
  }
}

export const unreachable: PrinterStatus = { reachable: false, fault: 'unreachable', paperLow: false }

const faultOf = (error: unknown): PrinterFault => (error instanceof Interrupted ? error.fault : 'lineLost')
