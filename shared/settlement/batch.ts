import type { Brand } from '../kernel/brand.ts'

/** One settlement. Made before its first byte leaves, kept through every repetition. */
export type BatchId = Brand<string, 'BatchId'>

/** Who is asked to agree: the acquirer's host, the terminal that settles by itself, or nobody (a file is handed in). */
export type BatchWay = 'host' | 'terminal' | 'file'

/**
 * Where a batch stands. Its movements and totals never change.
 * - `frozen`: to be asked about, or asked about with no answer yet: repeated for as long as it takes.
 * - `uploading`: the host's totals differ; it is told each movement, then asked again.
 * - `exported`: its file is written; the statement or a person will tell.
 * - `agreed`: closed.
 * - `disputed`: a person has to look.
 * - `resolved`: a person looked, and said what is to stand.
 */
export type BatchState = 'frozen' | 'uploading' | 'exported' | 'agreed' | 'disputed' | 'resolved'

/**
 * Why a person has to look.
 * - `totalsDiffer`: the other side counts something else, also after each movement was told.
 * - `duplicate`: the host says it has this batch already (DE 39 = 94).
 * - `refused`: the host said no, with a code.
 * - `noTotals`: the terminal settled and does not say how much: somebody reads its slip.
 * - `noAnswer`: the terminal was told to settle and what became of it is not known: it must not be told again.
 */
export const disputeCauses = ['totalsDiffer', 'duplicate', 'refused', 'noTotals', 'noAnswer'] as const
export type DisputeCause = (typeof disputeCauses)[number]

/** What a person says is to stand: ours is right and was claimed, theirs is, or it was paid as it should be. */
export const resolutions = ['oursStands', 'theirsStands', 'paidInFull'] as const
export type Resolution = (typeof resolutions)[number]

/** Batch numbers have six digits (DE 60); after 999999 comes 1. So have STANs (DE 11). */
export const numberAfter = (last: number): number => (last % 999_999) + 1
