import type { Literal, Operation, Selection } from './parse.ts'

export type Json = null | string | number | boolean | readonly Json[] | { readonly [name: string]: Json }
export type Args = Readonly<Record<string, unknown>>

/** What a field has. */
export type Value = null | string | number | boolean | readonly Value[] | Node

/** An object of a type, with what can be asked of it. */
export interface Node {
  readonly type: string
  readonly fields: Readonly<Record<string, Value | Field>>
}

/** A field with arguments, or one that does something. */
export interface Field {
  readonly args: readonly string[]
  /** @param key of `@idempotent`, where there is one */
  readonly resolve: (args: Args, key: string | null) => Value
}

export const node = (type: string, fields: Node['fields']): Node => ({ type, fields })
export const field = (args: readonly string[], resolve: Field['resolve']): Field => ({ args, resolve })

/** What ends a whole operation: `errors` with a code and no data. */
export class GraphqlError extends Error {
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

/** Answers an operation from its root. What is not on a type is refused before anything is done. */
export function execute(operation: Operation, root: Node, variables: Args): Json {
  const bound = bindVariables(operation, variables)
  return answerOf(root, operation.selections, bound)
}

function answerOf(value: Node, selections: readonly Selection[], variables: Args): Json {
  const chosen = selections.map((selection) => [selection, fieldOf(value, selection, variables)] as const)
  return Object.fromEntries(
    chosen.map(([selection, read]) => [selection.alias, complete(read(), selection, variables)]),
  )
}

/** Checked now, resolved when called: one wrong name in a mutation and none of it is done. */
function fieldOf({ type, fields }: Node, selection: Selection, variables: Args): () => Value {
  const { name, args, directives } = selection
  const found = Object.hasOwn(fields, name) ? fields[name] : undefined
  if (found === undefined)
    throw new GraphqlError('undefinedField', `Field '${name}' doesn't exist on type '${type}'`)
  const known = isField(found) ? found.args : []
  const odd = Object.keys(args).find((each) => !known.includes(each))
  if (odd !== undefined)
    throw new GraphqlError('argumentNotAccepted', `Field '${name}' doesn't accept argument '${odd}'`)
  const unknown = Object.keys(directives).find((each) => each !== 'idempotent')
  if (unknown !== undefined)
    throw new GraphqlError('undefinedDirective', `Directive @${unknown} is not defined`)
  const given = Object.fromEntries(
    Object.entries(args).map(([each, literal]) => [each, plain(literal, variables)]),
  )
  const { key } = directives.idempotent ?? {}
  const told = key === undefined ? null : String(plain(key, variables))
  return () => (isField(found) ? found.resolve(given, told) : found)
}

function complete(value: Value, selection: Selection, variables: Args): Json {
  if (Array.isArray(value)) return value.map((each: Value) => complete(each, selection, variables))
  if (typeof value !== 'object' || value === null) {
    if (value !== null && selection.selections.length > 0)
      throw new GraphqlError('selectionMismatch', `Field '${selection.name}' has no fields of its own`)
    return value as Json
  }
  const { type } = value as Node
  if (selection.selections.length === 0)
    throw new GraphqlError(
      'selectionMismatch',
      `Field must have selections ('${selection.name}' returns ${type})`,
    )
  return answerOf(value as Node, selection.selections, variables)
}

const isField = (value: Value | Field): value is Field =>
  typeof value === 'object' && value !== null && 'resolve' in value

function bindVariables({ variables }: Operation, given: Args): Args {
  for (const { name, type } of variables) {
    if (type.endsWith('!') && (given[name] === undefined || given[name] === null))
      throw new GraphqlError(
        'INVALID_VARIABLE',
        `Variable $${name} of type ${type} was provided invalid value`,
      )
  }
  return Object.fromEntries(variables.map(({ name }) => [name, given[name] ?? null]))
}

function plain(literal: Literal, variables: Args): unknown {
  if (literal.is === 'value') return literal.value
  if (literal.is === 'list') return literal.items.map((each) => plain(each, variables))
  if (literal.is === 'object')
    return Object.fromEntries(
      Object.entries(literal.fields).map(([name, each]) => [name, plain(each, variables)]),
    )
  if (!Object.hasOwn(variables, literal.name))
    throw new GraphqlError('variableNotDefined', `Variable $${literal.name} is used but not declared`)
  return variables[literal.name]
}
