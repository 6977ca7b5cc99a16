import { type Args, GraphqlError } from '../graphql/execute.ts'

/**
 * An input object, by the names its type has. @throws GraphqlError for a name it does not have: a field of another
 * version is no small mistake.
 */
export function inputOf(type: string, value: unknown, known: readonly string[]): Args {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new GraphqlError('INVALID_VARIABLE', `Expected value of ${type} to be an object`)
  const odd = Object.keys(value).find((name) => !known.includes(name))
  if (odd !== undefined) throw new GraphqlError('INVALID_VARIABLE', `Field is not defined on ${type}: ${odd}`)
  return value as Args
}

/** No list in a question may be longer. */
const mostInList = 250

export function listOf(type: string, value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new GraphqlError('INVALID_VARIABLE', `Expected value of [${type}!]!`)
  if (value.length > mostInList) {
    throw new GraphqlError(
      'MAX_INPUT_SIZE_EXCEEDED',
      `The input array size of ${value.length} is greater than the maximum allowed of ${mostInList}.`,
    )
  }
  return value
}

export function textOf(name: string, value: unknown): string {
  if (typeof value !== 'string')
    throw new GraphqlError('INVALID_VARIABLE', `Could not coerce value of ${name} to String`)
  return value
}

export function wholeOf(name: string, value: unknown): number {
  if (!Number.isSafeInteger(value))
    throw new GraphqlError('INVALID_VARIABLE', `Could not coerce value of ${name} to Int`)
  return value as number
}

export function oneOf<T extends string>(name: string, value: unknown, known: readonly T[]): T {
  const found = known.find((each) => each === value)
  if (found === undefined) throw new GraphqlError('INVALID_VARIABLE', `Invalid value for ${name}`)
  return found
}
