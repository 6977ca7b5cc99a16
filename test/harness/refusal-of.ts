import { isDefinedError, safe } from '@orpc/server'

/** What a call of the contract was refused with. @throws Error where it was done, or failed without a typed refusal */
export async function refusalOf(call: Promise<unknown>): Promise<unknown> {
  const { error } = await safe(call)
  if (error === null || !isDefinedError(error)) throw new Error(`no typed refusal: ${String(error)}`)
  return (error as { data: unknown }).data
}
