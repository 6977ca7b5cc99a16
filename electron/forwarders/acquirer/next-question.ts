import type { TotalsQuestion, UploadQuestion } from '#drivers/acquirers/acquirer-host.ts'
import type { BatchMovement, BatchRow } from '#electron/ledger/settlement-handles.ts'

export type NextQuestion =
  | { readonly ask: 'totals'; readonly question: TotalsQuestion }
  | { readonly ask: 'upload'; readonly question: UploadQuestion }
  /** It has ended: the host is not asked about it any more. */
  | { readonly ask: 'nothing' }

/**
 * What the host has to be asked about a batch next. Made of what the ledger says and nothing else, so that it is the
 * same question, byte for byte, however often and after whatever restart it is put.
 * @param movements of the batch, oldest first; looked at only while they are uploaded. They are told in their order, one
 * after the other: as many as were acknowledged are behind us
 * @param repeat an earlier question of this batch may have reached the host without its answer being written down
 */
export function nextQuestion(
  batch: BatchRow,
  movements: readonly BatchMovement[],
  repeat: boolean,
): NextQuestion {
  const { number: batchNumber, businessDay, totals, upload, frozenAt: at } = batch
  const about = { batchNumber, businessDay, totals, at, repeat }
  if (!stillAsked.has(batch.state)) return { ask: 'nothing' }
  if (upload === null) return { ask: 'totals', question: { ...about, stan: batch.stan, closing: false } }
  const place = upload.acknowledged
  const next = movements[place]
  return next === undefined
    ? { ask: 'totals', question: { ...about, stan: upload.closingStan, closing: true } }
    : {
        ask: 'upload',
        question: { batchNumber, at, repeat, stan: stanAt(upload.firstStan, place), movement: next.movement },
      }
}

/** One that is disputed has a message of its own again only where a person said so. */
const stillAsked: ReadonlySet<BatchRow['state']> = new Set(['frozen', 'uploading', 'disputed'])

/** The n-th STAN from `first` on; after 999999 comes 1. */
export const stanAt = (first: number, n: number): number => ((first - 1 + n) % 999_999) + 1
