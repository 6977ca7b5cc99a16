import { jsonAnswer, type ShopAnswer } from '../../shop-door.ts'
import { invalid } from './souk-error.ts'

/** The most that one page holds. Who asks for more is given this many, without a word. */
const mostPerPage = 50

/** One page of a list, with how many there are in all. @param again how often each is in it */
export function pageAnswer<T>(
  all: readonly T[],
  query: URLSearchParams,
  write: (each: T) => unknown,
  again = 1,
): ShopAnswer {
  const page = whole(query, 'page', 1, 1_000_000)
  const perPage = Math.min(mostPerPage, whole(query, 'per_page', 20, 1_000))
  const items = all.slice((page - 1) * perPage, page * perPage)
  return jsonAnswer(200, {
    data: items.flatMap((each) => Array.from({ length: again }, () => write(each))),
    meta: { page, per_page: perPage, total: all.length },
  })
}

function whole(query: URLSearchParams, name: string, unsaid: number, most: number): number {
  const text = query.get(name)
  if (text === null) return unsaid
  if (!/^[1-9]\d{0,6}$/.test(text) || Number(text) > most) throw invalid(name, `must be from 1 to ${most}`)
  return Number(text)
}
