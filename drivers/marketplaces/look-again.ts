import type { MarketplaceTrouble } from '#shared/marketplace/trouble.ts'
import type { Done } from './marketplace.ts'

/** What has nothing to do with how things stand. */
const plain: ReadonlySet<MarketplaceTrouble> = new Set([
  'keyRefused',
  'notAllowed',
  'malformed',
  'otherCurrency',
])

/**
 * Runs it once more where the platform refused. A request that the line doubled is refused the second time, because it was
 * done the first, and that may be the only answer that arrives.
 *
 * @param run looks at how things stand before it changes anything
 */
export async function lookAgain<T>(run: () => Promise<Done<T>>): Promise<Done<T>> {
  const end = await run()
  return end.end === 'refused' && end.again === null && !plain.has(end.code) ? run() : end
}
