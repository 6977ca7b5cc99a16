import { pause } from '#drivers/transport/timers.ts'
import {
  type LanguageParts,
  LinePrinter,
  type LinePrinterOptions,
  type PrinterLanguage,
} from '../line-printer.ts'
import type { Printer, PrinterFault } from '../printer.ts'
import { escposCodePages } from './code-pages-page.ts'
import { afresh, kick } from './commands.ts'
import { askInOrder, isInOrder, recover } from './control.ts'
import { Conversation } from './conversation.ts'
import { encodeDocument } from './encode.ts'
import { type Proof, provePrinted, questionOf } from './proof.ts'

/** An ESC/POS receipt printer on any transport. */
export function escposPrinter(options: LinePrinterOptions): Printer {
  return new LinePrinter(options, escposLanguage)
}

function escposLanguage({ profile, timers, timings }: LanguageParts): PrinterLanguage<Conversation> {
  /** Whether it answers GS r, found out once. */
  let answersInOrder: boolean | null = null
  /**
   * Answers to GS r that may still come: of a job that ended as unknown while the printer had paper to wait for. A job
   * asks once more than that, so that the last answer it waits for can only be to a question of its own.
   */
  let owed = 0
  // Not from zero: an answer to a job of the till's last run must not fit one of this run.
  let jobs = Math.floor(timers.nowMs())

  /** Asks how it is, and brings it back from an error that somebody has mended since. */
  const before = async (talk: Conversation): Promise<PrinterFault | null> => {
    let found = await talk.condition()
    if (found.recoverable) {
      talk.say(recover)
      await pause(timers, timings.recoverMs)
      found = await talk.condition()
    }
    if (found.fault === null && profile.status === 'realtime') answersInOrder ??= await learnOrder(talk)
    return found.fault
  }

  /** One that is busy with another till's job for too long counts as one that does not answer: then time must do. */
  const learnOrder = async (talk: Conversation): Promise<boolean> => {
    const answer = talk.hear((reply) => (isInOrder(reply) ? true : null), timings.statusMs)
    talk.say(askInOrder)
    return (await answer) === true
  }

  const nextProof = (): Proof => {
    if (profile.status === 'processId')
      return { kind: 'processId', id: String(jobs++ % 10_000).padStart(4, '0') }
    if (answersInOrder !== true) return { kind: 'time' }
    const times = owed + 1
    owed += times
    return { kind: 'inOrder', times }
  }

  return {
    talk: (parts) =>
      new Conversation(parts, (reply) => {
        if (isInOrder(reply)) owed = Math.max(0, owed - 1)
      }),
    encode: (document) => encodeDocument(document, profile),
    codePages: () => escposCodePages(profile),
    kick,
    afresh,
    steps(talk, { bytes, heightDots, breaks = [] }) {
      let proof: Proof = { kind: 'time' }
      return {
        before: () => before(talk),
        job() {
          proof = nextProof()
          return { bytes: Buffer.concat([bytes, questionOf(proof)]), breaks }
        },
        alive: () => talk.alive(),
        prove() {
          const proven = provePrinted(talk, { proof, heightDots, timings, timers })
          return async () => {
            const fault = await proven()
            // Its questions stand side by side: with the first answered, the rest was before the paper was out.
            if (fault === null) owed = 0
            return fault
          }
        },
      }
    },
    kickSteps: (talk, bytes) => ({
      before: () => before(talk),
      job: () => ({ bytes }),
      prove: () => async () => (await talk.condition()).fault,
    }),
  }
}
