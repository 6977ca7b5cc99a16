import { GraphqlSyntaxError, type Token, tokensOf } from './tokens.ts'

/** A value in a document; what a variable stands for is not known yet. */
export type Literal =
  | { readonly is: 'variable'; readonly name: string }
  | { readonly is: 'value'; readonly value: string | number | boolean | null }
  | { readonly is: 'list'; readonly items: readonly Literal[] }
  | { readonly is: 'object'; readonly fields: Readonly<Record<string, Literal>> }

type Arguments = Readonly<Record<string, Literal>>

export interface Selection {
  readonly name: string
  readonly alias: string
  readonly args: Arguments
  readonly directives: Readonly<Record<string, Arguments>>
  /** Empty: a leaf. */
  readonly selections: readonly Selection[]
}

export interface Operation {
  readonly kind: 'query' | 'mutation'
  readonly variables: readonly { readonly name: string; readonly type: string }[]
  readonly selections: readonly Selection[]
}

/** One operation. @throws GraphqlSyntaxError for anything else, fragments among it */
export function parseOperation(source: string): Operation {
  return new Parser(tokensOf(source)).operation()
}

class Parser {
  readonly #tokens: readonly Token[]
  #at = 0

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens
  }

  operation(): Operation {
    const kind = this.#name()
    if (kind !== 'query' && kind !== 'mutation') throw new GraphqlSyntaxError(`no operation: ${kind}`)
    if (this.#next.kind === 'name') this.#name()
    const variables = this.#is('(') ? this.#variables() : []
    const selections = this.#selections()
    if (this.#next.kind !== 'end') throw new GraphqlSyntaxError(`after the operation: ${this.#next.text}`)
    return { kind, variables, selections }
  }

  get #next(): Token {
    return this.#tokens[this.#at] ?? { kind: 'end', text: '' }
  }

  #take(): Token {
    const token = this.#next
    this.#at += 1
    return token
  }

  #is(text: string): boolean {
    return this.#next.kind === 'punctuator' && this.#next.text === text
  }

  #skip(text: string): void {
    const token = this.#take()
    if (token.kind !== 'punctuator' || token.text !== text)
      throw new GraphqlSyntaxError(`expected "${text}", found "${token.text}"`)
  }

  #name(): string {
    const token = this.#take()
    if (token.kind !== 'name') throw new GraphqlSyntaxError(`expected a name, found "${token.text}"`)
    return token.text
  }

  #until<T>(close: string, read: () => T): T[] {
    const all: T[] = []
    while (!this.#is(close)) all.push(read())
    this.#skip(close)
    return all
  }

  #variables(): Operation['variables'] {
    this.#skip('(')
    return this.#until(')', () => {
      this.#skip('$')
      const name = this.#name()
      this.#skip(':')
      return { name, type: this.#type() }
    })
  }

  #type(): string {
    let type: string
    if (this.#is('[')) {
      this.#skip('[')
      type = `[${this.#type()}]`
      this.#skip(']')
    } else type = this.#name()
    if (!this.#is('!')) return type
    this.#skip('!')
    return `${type}!`
  }

  #selections(): readonly Selection[] {
    this.#skip('{')
    return this.#until('}', () => this.#selection())
  }

  #selection(): Selection {
    const first = this.#name()
    const aliased = this.#is(':')
    if (aliased) this.#skip(':')
    const name = aliased ? this.#name() : first
    const args = this.#is('(') ? this.#arguments() : {}
    const directives: Record<string, Arguments> = {}
    while (this.#is('@')) {
      this.#skip('@')
      const directive = this.#name()
      directives[directive] = this.#is('(') ? this.#arguments() : {}
    }
    return { name, alias: first, args, directives, selections: this.#is('{') ? this.#selections() : [] }
  }

  #arguments(): Arguments {
    this.#skip('(')
    return Object.fromEntries(this.#until(')', () => this.#pair()))
  }

  #pair(): readonly [string, Literal] {
    const name = this.#name()
    this.#skip(':')
    return [name, this.#literal()]
  }

  #literal(): Literal {
    const { kind, text } = this.#take()
    if (kind === 'number') return { is: 'value', value: Number(text) }
    if (kind === 'string') return { is: 'value', value: JSON.parse(text) as string }
    if (kind === 'name') return { is: 'value', value: wordOf(text) }
    if (text === '$') return { is: 'variable', name: this.#name() }
    if (text === '[') return { is: 'list', items: this.#until(']', () => this.#literal()) }
    if (text === '{')
      return { is: 'object', fields: Object.fromEntries(this.#until('}', () => this.#pair())) }
    throw new GraphqlSyntaxError(`no value: "${text}"`)
  }
}

/** An enum's value is its name. */
const wordOf = (text: string): string | boolean | null =>
  text === 'null' ? null : text === 'true' ? true : text === 'false' ? false : text
