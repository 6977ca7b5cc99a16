import type { Mapping } from './mapping-schema.ts'
import { namesIn } from './template.ts'

type Ask = Mapping['check']['ask']

/** Every placeholder of one request. */
export const namesAsked = ({ path, query, headers, body }: Ask): readonly string[] =>
  [path, ...Object.values(query), ...Object.values(headers), ...(body === undefined ? [] : [body])].flatMap(
    namesIn,
  )

/** Whether a request says which call it is, so that a repetition can be known for one: by the shop's headers, or its own. */
export const saysWhichCall = (mapping: Mapping, ask: Ask): boolean =>
  namesAsked(ask).includes('call.key') || Object.values(mapping.headers).flatMap(namesIn).includes('call.key')

/** A piece is brought up to date with what it was made of, unless the mapping says it otherwise. */
export function updateOf({ createPiece, updatePiece }: Mapping): Mapping['updatePiece'] {
  if (updatePiece === undefined) return undefined
  const { ask } = updatePiece
  return { ...updatePiece, ask: { ...ask, body: ask.body ?? createPiece.ask.body } }
}
