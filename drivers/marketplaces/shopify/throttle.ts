import { z } from 'zod'

/**
 * What a question costs and what there is to spend ([S] GraphQL Admin API rate limits): a bucket of points that fills
 * all the time.
 */
export const cost = z.object({
  requestedQueryCost: z.number().min(0),
  throttleStatus: z.object({
    currentlyAvailable: z.number(),
    restoreRate: z.number().positive(),
  }),
})

/** [1 s, 60 s] A bucket is full again within a minute at every plan's rate. */
const least = 1_000
const most = 60_000

/** @returns milliseconds until the bucket has what the question costs */
export function throttledMs(said: z.infer<typeof cost> | undefined): number {
  if (said === undefined) return least
  const { currentlyAvailable, restoreRate } = said.throttleStatus
  const ms = Math.ceil(((said.requestedQueryCost - currentlyAvailable) / restoreRate) * 1_000)
  return Math.min(most, Math.max(least, ms))
}
