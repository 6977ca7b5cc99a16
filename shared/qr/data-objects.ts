import type { Result } from '../kernel/result.ts'
import { err, ok } from '../kernel/result.ts'

/** One tag of a merchant's code: two digits, a length of two digits, a value (MPM §3.1). */
export interface DataObject {
  readonly tag: string
  readonly value: string
}

/** Longest value, in characters. */
export const longestValue = 99

/** Lengths count characters, not bytes: `02` holds `北京` (MPM §3.1, examples of tag 64). */
export function readObjects(text: string): Result<readonly DataObject[], 'malformed'> {
  const characters = [...text]
  const objects: DataObject[] = []
  for (let at = 0; at < characters.length; ) {
    const head = characters.slice(at, at + 4).join('')
    const size = Number(head.slice(2))
    if (!/^\d{4}$/.test(head) || size === 0 || at + 4 + size > characters.length) return err('malformed')
    objects.push({ tag: head.slice(0, 2), value: characters.slice(at + 4, at + 4 + size).join('') })
    at += 4 + size
  }
  return ok(objects)
}

/** @param objects values of [1, 99] characters */
export function writeObjects(objects: readonly DataObject[]): string {
  return objects
    .map(({ tag, value }) => `${tag}${String([...value].length).padStart(2, '0')}${value}`)
    .join('')
}
