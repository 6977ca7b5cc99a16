import type { AcquirerHost, TellAnswer, TotalsAnswer } from '#drivers/acquirers/acquirer-host.ts'
import type { BatchMovement } from '#electron/ledger/settlement-handles.ts'
import { agreesWith } from '#shared/settlement/totals.ts'
import type { Delivery } from '../forwarder.ts'
import type { BatchBook } from './batch-book.ts'
import { nextQuestion, stanAt } from './next-question.ts'
import { cannotNow, delivered, noAnswer, unsent } from './no-answer.ts'

/** An acquirer that is asked over a line, and what its dialect tells besides totals. */
export interface HostedAcquirer {
  readonly host: Pick<AcquirerHost, 'settle' | 'upload' | 'reverse' | 'advise'>
  /** After a disagreement each movement is told; else a person has to look at once. */
  readonly uploads: boolean
}

/**
 * Asks a host about one batch until there is an end or no answer. Whatever comes in between, it goes on from where the
 * ledger says it was: the movements that were acknowledged are not told again.
 * @param repeat an earlier call for this batch may have reached the host
 */
export async function askHost(
  { host, uploads }: HostedAcquirer,
  book: BatchBook,
  repeat: boolean,
  signal: AbortSignal,
): Promise<Delivery> {
  // Which they are is settled: read once, and only if the host has to be told of them.
  let movements: readonly BatchMovement[] = []
  // What was disputed was asked before, under an earlier message.
  let repeats = repeat || book.batch().state === 'disputed'
  for (;;) {
    const row = book.batch()
    if (row.upload !== null && movements.length === 0) movements = book.movements()
    const next = nextQuestion(row, movements, repeats)
    if (next.ask === 'nothing') return delivered
    if (signal.aborted) return unsent('closing', '')
    if (next.ask === 'upload') {
      const { attemptId } = next.question.movement
      const code = answered(await host.upload(next.question, signal))
      if (typeof code !== 'string') return code
      book.write({ kind: 'movementUploaded', batch: row.batch, attemptId, code })
    } else {
      const answer = await host.settle(next.question, signal)
      const end = heard(answer, book, uploads && !next.question.closing)
      if (end !== 'upload') return end
    }
    // Only the question under way when an earlier call ended may have left before.
    repeats = false
  }
}

/** The code to write down, also of a movement the host does not want: what that makes of its totals it says at the end. */
function answered(answer: TellAnswer): string | Delivery {
  if (answer.answer === 'none') return noAnswer(answer)
  return answer.answer === 'refused' && answer.again ? cannotNow(answer) : answer.code
}

/** Writes down what a host said to totals. `upload`: it is told each movement next. */
function heard(answer: TotalsAnswer, book: BatchBook, mayUpload: boolean): Delivery | 'upload' {
  const { batch, totals, movements } = book.batch()
  switch (answer.answer) {
    case 'none':
      return noAnswer(answer)
    case 'agreed':
      // A yes to other totals than ours is no agreement.
      if (answer.told !== null && agreesWith(totals, answer.told) === false)
        book.dispute('totalsDiffer', answer.told)
      else book.agree('host', answer.reference, answer.told)
      return delivered
    case 'disagreed': {
      if (!mayUpload) {
        book.dispute('totalsDiffer', answer.told)
        return delivered
      }
      const uploadStan = stanAt(book.lastStan(), 1)
      const closingStan = stanAt(uploadStan, movements)
      book.write({ kind: 'batchDisagreed', batch, told: answer.told, uploadStan, closingStan })
      return 'upload'
    }
    case 'duplicate':
      book.dispute('duplicate', answer.told)
      return delivered
    case 'refused':
      if (answer.again) return cannotNow(answer)
      book.dispute('refused', null, answer.code, answer.text)
      return delivered
  }
}
