/**
 * JSON as a nexo terminal writes it. Numbers stay the text they were written as: amounts are decimals, never
 * floats.
 */
export type JsonValue = string | boolean | null | readonly JsonValue[] | JsonObject
export interface JsonObject {
  readonly [name: string]: JsonValue
}

/** A value that is put into a message as it stands: the exact digits of an amount. */
export class Literal {
  readonly text: string
  /** @param text a JSON number */
  constructor(text: string) {
    this.text = text
  }
}

type Written = string | number | boolean | Literal | readonly Written[] | { readonly [name: string]: Written }
export type WrittenObject = { readonly [name: string]: Written }

/** One message's text. Names and values that are not there are left out by the caller. */
export function writeJson(value: Written): string {
  if (value instanceof Literal) return value.text
  if (Array.isArray(value)) return `[${value.map(writeJson).join(',')}]`
  if (typeof value !== 'object') return JSON.stringify(value)
  const fields = Object.entries(value).map(([name, field]) => `${JSON.stringify(name)}:${writeJson(field)}`)
  return `{${fields.join(',')}}`
}

/**
 * The reviver's third argument (ECMAScript 2026, JSON.parse source text access), which the libraries do not type
 * yet.
 */
type SourceReviver = (name: string, value: unknown, context: { readonly source?: string }) => unknown

/** `undefined` where the text is no JSON object. Nothing of it is trusted to have any shape. */
export function readJson(text: string): JsonObject | undefined {
  const keepNumbers: SourceReviver = (_name, value, { source }) =>
    typeof value === 'number' ? (source ?? '') : value
  try {
    const value: unknown = JSON.parse(text, keepNumbers as (name: string, value: unknown) => unknown)
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const valueAt = (from: JsonObject | undefined, path: readonly string[]): JsonValue | undefined => {
  let value: JsonValue | undefined = from
  for (const name of path) {
    if (!isObject(value) || !Object.hasOwn(value, name)) return undefined
    value = value[name]
  }
  return value
}

/** The object at a path; `undefined`: there is none. */
export function objectAt(from: JsonObject | undefined, ...path: readonly string[]): JsonObject | undefined {
  const value = valueAt(from, path)
  return isObject(value) ? value : undefined
}

/** The text or number at a path, as it was written; `undefined`: there is none. */
export function textAt(from: JsonObject | undefined, ...path: readonly string[]): string | undefined {
  const value = valueAt(from, path)
  return typeof value === 'string' ? value : undefined
}

/** The objects of the list at a path. A single one counts as a list of one, as some terminals write it. */
export function listAt(from: JsonObject | undefined, ...path: readonly string[]): readonly JsonObject[] {
  const value = valueAt(from, path)
  return (Array.isArray(value) ? value : [value]).filter(isObject)
}

/** A flag, also where it is written as text. */
export const flagAt = (from: JsonObject | undefined, ...path: readonly string[]): boolean | undefined => {
  const value = valueAt(from, path)
  return typeof value === 'boolean' ? value : value === 'true' ? true : value === 'false' ? false : undefined
}
