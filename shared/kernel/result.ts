/** A value, or a named reason why not. Refusals are data; exceptions are for defects and broken machines. */
export type Result<T, E> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E }

/** It worked. */
export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value })
/** It did not, and this is why. */
export const err = <E>(error: E): Result<never, E> => ({ ok: false, error })

/** Reached only if a union grew and a switch did not. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`)
}
