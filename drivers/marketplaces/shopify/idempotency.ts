import type { Done } from '../marketplace.ts'
import type { UserErrors } from './user-errors.ts'

/** [2...] Keys that are tried in one call. One that is spent is rare; a shop whose keys are all spent is broken. */
const mostKeys = 4

/**
 * Sends a mutation that carries `@idempotent`. A request that broke at Shopify spends its key though it did nothing: the same
 * again is answered so for ever, and needs another key ([S] IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED), made of the first one so
 * that whoever repeats the call comes by the same keys.
 */
export async function byKey<T extends { readonly userErrors: UserErrors }>(
  key: string,
  send: (key: string) => Promise<Done<T>>,
): Promise<Done<T>> {
  let said = await send(key)
  for (let nth = 2; nth <= mostKeys && isSpent(said); nth += 1) said = await send(`${key}/${nth}`)
  return said
}

/** Errors of some mutations have no code, only the sentence. */
const isSpent = (said: Done<{ readonly userErrors: UserErrors }>): boolean =>
  said.end === 'done' &&
  said.value.userErrors.some(
    ({ code, message }) =>
      code === 'IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED' || /retry with a new idempotency key/i.test(message),
  )
