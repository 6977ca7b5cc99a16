/** What a document is made of (GraphQL specification, October 2021, §2.1). */
export interface Token {
  readonly kind: 'punctuator' | 'name' | 'number' | 'string' | 'end'
  readonly text: string
}

/** Why a document cannot be read. */
export class GraphqlSyntaxError extends Error {}

// White space, commas and comments say nothing.
const ignored = /(?:[\s,\uFEFF]+|#[^\n\r]*)*/y
const shapes: readonly (readonly [Token['kind'], RegExp])[] = [
  ['punctuator', /\.\.\.|[!$&()[\]{}:=@|]/y],
  ['name', /[A-Za-z_]\w*/y],
  ['number', /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y],
  ['string', /"(?!"")(?:[^"\\\n\r]|\\.)*"/y],
]

/** @throws GraphqlSyntaxError at a character that begins nothing; block strings among them, which this shop does not read */
export function tokensOf(source: string): readonly Token[] {
  const tokens: Token[] = []
  let at = 0
  const take = (shape: RegExp): string | null => {
    shape.lastIndex = at
    const text = shape.exec(source)?.[0] ?? null
    if (text !== null) at += text.length
    return text
  }
  for (take(ignored); at < source.length; take(ignored)) {
    const found = shapes.find(([kind, shape]) => {
      const text = take(shape)
      if (text !== null) tokens.push({ kind, text })
      return text !== null
    })
    if (found === undefined) throw new GraphqlSyntaxError(`unexpected "${source[at]}" at ${at}`)
  }
  return [...tokens, { kind: 'end', text: '' }]
}
