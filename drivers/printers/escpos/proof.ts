import { pause, type Timers } from '#drivers/transport/timers.ts'
import type { PrinterFault } from '../printer.ts'
import type { PrinterTimings } from '../timings.ts'
import { askProcessId } from './commands.ts'
import { askInOrder, isInOrder } from './control.ts'
import type { Conversation } from './conversation.ts'

/**
 * What shows that a job is on paper, best first:
 * - `processId`: the printer says the job's number when it is printed (GS ( H);
 * - `inOrder`: it answers a question that stands behind the job (GS r), so it took all of it, also over a loss of power;
 * - `time`: it tells its state only, so we wait as long as the paper takes and see no fault.
 */
export type Proof =
  | { readonly kind: 'processId'; readonly id: string }
  /** Asked `times` times: nothing in an answer tells to which question it belongs. */
  | { readonly kind: 'inOrder'; readonly times: number }
  | { readonly kind: 'time' }

/** What goes behind the job for the sake of its proof. */
export function questionOf(proof: Proof): Uint8Array {
  if (proof.kind === 'processId') return askProcessId(proof.id)
  return Buffer.concat(Array<Uint8Array>(proof.kind === 'inOrder' ? proof.times : 0).fill(askInOrder))
}

export interface ProofParts {
  readonly proof: Proof
  readonly heightDots: number
  readonly timings: PrinterTimings
  readonly timers: Timers
}

/**
 * Waits for the paper, asking how the printer is meanwhile. Begins to listen at once; call what it gives after the last
 * byte.
 */
export function provePrinted(talk: Conversation, parts: ProofParts): () => Promise<PrinterFault | null> {
  const { proof, heightDots, timings, timers } = parts
  const shown = proof.kind === 'time' ? null : hearProof(talk, proof)
  const paperMs = (heightDots / timings.dotsPerSecond) * 1_000
  return async () => {
    const begunMs = timers.nowMs()
    if (shown !== null) {
      const fault = await untilShown(talk, shown, parts)
      if (fault !== null || proof.kind === 'processId') return fault
    }
    for (;;) {
      const left = Math.max(0, begunMs + paperMs - timers.nowMs())
      await pause(timers, Math.min(timings.pollMs, left))
      const { fault } = await talk.condition()
      if (fault !== null || left === 0) return fault
    }
  }
}

async function untilShown(
  talk: Conversation,
  shown: Promise<true | null>,
  { timings, timers }: ProofParts,
): Promise<PrinterFault | null> {
  const untilMs = timers.nowMs() + timings.printedMs
  for (;;) {
    const left = Math.max(0, untilMs - timers.nowMs())
    const enough = new AbortController()
    const waited = pause(timers, Math.min(timings.pollMs, left), enough.signal)
    const seen = await Promise.race([shown, waited.then(() => null)])
    enough.abort()
    if (seen === true) return null
    const { fault } = await talk.condition()
    if (fault !== null) return fault
    if (left === 0) return 'noAnswer'
  }
}

function hearProof(talk: Conversation, proof: Exclude<Proof, { kind: 'time' }>): Promise<true | null> {
  let heard = 0
  return talk.hear((reply) => {
    if (proof.kind === 'processId') return reply.kind === 'processId' && reply.id === proof.id ? true : null
    if (isInOrder(reply)) heard++
    return heard === proof.times ? true : null
  })
}
