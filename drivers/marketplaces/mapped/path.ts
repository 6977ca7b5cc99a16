import { err, ok, type Result } from '#shared/kernel/result.ts'

/**
 * Where in an answer something is: `data.orders[0].id`, `data.edges[*].node`, `headers["x-id"]`, `.` for all of it. It walks;
 * it computes nothing, and calls nothing.
 */
export type Path = readonly Step[]
/** A field, an index, or every item of a list. */
type Step = string | number | typeof everyItem
const everyItem = Symbol('every item')

/** Characters of a path's text, steps in it, and `[*]` among them. */
const longest = 200
const mostSteps = 16
const mostLists = 3

const step = /(?:^|\.)([A-Za-z_$][\w$-]{0,63})|\[(0|[1-9]\d{0,3})\]|\["([^"\\]{1,64})"\]|\[(\*)\]/y

/** @param lists whether `[*]` may be in it; @returns an error that says why it is no path */
export function parsePath(text: string, lists: boolean): Result<Path, string> {
  if (text.length > longest) return err(`is a path of more than ${longest} characters`)
  if (text === '.') return ok([])
  const steps: Step[] = []
  for (let at = 0; at < text.length || steps.length === 0; ) {
    step.lastIndex = at
    const found = step.exec(text)
    if (found === null) return err(`is no path: "${text.slice(at, at + 20)}" cannot be read`)
    const [whole, name, index, quoted] = found
    steps.push(name ?? quoted ?? (index === undefined ? everyItem : Number(index)))
    at += whole.length
  }
  if (steps.length > mostSteps) return err(`is a path of more than ${mostSteps} steps`)
  const every = steps.filter((each) => each === everyItem).length
  if (every > 0 && !lists) return err('is of one thing: [*] cannot be in it')
  return every > mostLists ? err(`has [*] more than ${mostLists} times`) : ok(steps)
}

/** @returns `undefined`: nothing is there */
export function readPath(path: Path, json: unknown): unknown {
  let at = json
  for (const each of path) at = stepInto(at, each)
  return at
}

/**
 * All that is there, of a list or of every list on the way.
 * @returns `null`: there is no list, something is missing in one, or there are more than `most`
 */
export function readList(path: Path, json: unknown, most: number): readonly unknown[] | null {
  let at: readonly unknown[] = [json]
  for (const each of path) {
    const next = each === everyItem ? flat(at, most) : at.map((one) => stepInto(one, each))
    if (next === null || next.includes(undefined)) return null
    at = next
  }
  if (path.includes(everyItem)) return at
  return Array.isArray(at[0]) && at[0].length <= most ? at[0] : null
}

function flat(lists: readonly unknown[], most: number): readonly unknown[] | null {
  const all: unknown[] = []
  for (const list of lists) {
    if (!Array.isArray(list) || all.length + list.length > most) return null
    for (const item of list) all.push(item)
  }
  return all
}

function stepInto(value: unknown, step: Step): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  if (typeof step === 'number') return Array.isArray(value) ? value[step] : undefined
  // Own fields alone: `constructor` and the like are nothing a platform said.
  if (typeof step === 'symbol' || Array.isArray(value) || !Object.hasOwn(value, step)) return undefined
  return (value as Readonly<Record<string, unknown>>)[step]
}
