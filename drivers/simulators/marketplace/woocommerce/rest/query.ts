import { jsonAnswer, type ShopAnswer } from '../../shop-door.ts'
import { invalidParam } from './rest-error.ts'

/** Of a list that may be asked for page by page. */
export interface Paging {
  readonly page: number
  readonly perPage: number
}

export function pagingOf(query: URLSearchParams): Paging {
  return { page: whole(query, 'page', 1, 1, 1e9), perPage: whole(query, 'per_page', 10, 1, 100) }
}

/** @throws RestError for what is no number of that range */
function whole(query: URLSearchParams, name: string, unsaid: number, least: number, most: number): number {
  const text = query.get(name)
  if (text === null) return unsaid
  const number = Number(text)
  if (!/^\d+$/.test(text) || number < least || number > most)
    throw invalidParam(name, `${name} must be between ${least} (inclusive) and ${most} (inclusive)`)
  return number
}

/** @throws RestError for what is not among them */
export function oneOf(
  query: URLSearchParams,
  name: string,
  known: readonly string[],
  unsaid: string,
): string {
  const text = query.get(name) ?? unsaid
  if (!known.includes(text)) throw invalidParam(name, `${name} is not one of ${known.join(', ')}.`)
  return text
}

/** ISO 8601 without a zone, read as what the column holds. @throws RestError */
export function timeOf(query: URLSearchParams, name: string): number | null {
  const text = query.get(name)
  if (text === null) return null
  const ms = Date.parse(/[Z+]/.test(text.slice(10)) ? text : `${text}Z`)
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(text) || Number.isNaN(ms))
    throw invalidParam(name, 'Invalid date.')
  return ms
}

/** One page, with the headers that tell how many there are. */
export function pageAnswer<T>(
  all: readonly T[],
  { page, perPage }: Paging,
  write: (each: T) => unknown,
): ShopAnswer {
  return jsonAnswer(200, all.slice((page - 1) * perPage, page * perPage).map(write), {
    'x-wp-total': String(all.length),
    'x-wp-totalpages': String(Math.ceil(all.length / perPage)),
  })
}
