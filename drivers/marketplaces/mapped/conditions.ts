import type { Condition } from './mapping-parts.ts'
import { type Path, readPath } from './path.ts'

/** One value as text; `null`: nothing, or no single value. */
export function textAt(path: Path, json: unknown): string | null {
  const said = readPath(path, json)
  return typeof said === 'string' || typeof said === 'number' || typeof said === 'boolean'
    ? String(said)
    : null
}

/** Whether all of them hold. */
export const holdsIn = (conditions: readonly Condition[], json: unknown): boolean =>
  conditions.every(({ path, is }) => {
    const said = textAt(path, json)
    if (is === null || said === null) return is === said
    return is.endsWith('*') ? said.startsWith(is.slice(0, -1)) : said === is
  })
