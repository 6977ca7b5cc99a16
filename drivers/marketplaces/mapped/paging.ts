import { z } from 'zod'
import { done, refused } from '../json.ts'
import type { Done } from '../marketplace.ts'
import { ownLink } from './address.ts'
import { type Answer, type Asking, ask, askLink } from './api.ts'
import { textAt } from './conditions.ts'
import type { Mapping } from './mapping-schema.ts'
import { readList } from './path.ts'
import type { Shop } from './settings.ts'
import type { Values } from './template.ts'

/** Where a walk through a list stands: pages and items before, and what the marketplace said comes next. */
export const turnShape = z.object({
  page: z.int().min(0),
  items: z.int().min(0),
  /** A cursor or a link; `''`: none. */
  next: z.string().max(2_000),
})
export type Turn = z.infer<typeof turnShape>
export const firstTurn: Turn = { page: 0, items: 0, next: '' }

/** A list that does not end is a mistake in the mapping, or a marketplace that does not page. */
const mostPages = 10_000
/** Items of one answer: more than any asks for, for some give all they have. */
const mostItems = 1_000

type Listing = Mapping['listOrders'] | Mapping['listPieces']
export interface Listed {
  readonly items: readonly unknown[]
  /** `null`: that was the end. */
  readonly next: Turn | null
}

/** The next page of a list. */
export async function listPage(
  shop: Shop,
  name: 'listOrders' | 'listPieces',
  listing: Listing,
  turn: Turn,
  values: Values,
  call: Asking,
): Promise<Done<Listed>> {
  const { paging } = listing
  if (turn.page >= mostPages) return refused('malformed', `${name}: more than ${mostPages} pages`)
  const said =
    paging.kind === 'link' && turn.next !== ''
      ? await askLink(shop, listing, turn.next, call)
      : await ask(shop, name, listing, { values: { ...values, ...valuesOf(paging, turn) } }, call)
  if (said.end !== 'done') return said
  const items = readList(listing.list, said.value.json, mostItems)
  if (items === null) return refused('malformed', `${name}.list: no list, or one of more than ${mostItems}`)
  const next = nextOf(shop, paging, turn, said.value)
  if (next.end !== 'done') return refused('malformed', `${name}: ${next.end === 'refused' ? next.text : ''}`)
  // By number, a short page may be all that the marketplace gives at once: the end is a page with nothing.
  const ended =
    next.value === null || ((paging.kind === 'page' || paging.kind === 'offset') && items.length === 0)
  return done({
    items,
    next: ended ? null : { page: turn.page + 1, items: turn.items + items.length, next: next.value ?? '' },
  })
}

function valuesOf(paging: Listing['paging'], { page, items, next }: Turn): Values {
  return {
    'page.size': paging.kind === 'none' ? null : paging.size,
    'page.number': paging.kind === 'page' ? paging.first + page : null,
    'page.offset': items,
    'page.cursor': next === '' ? null : next,
  }
}

/** @returns `null`: that was the last page */
function nextOf(shop: Shop, paging: Listing['paging'], turn: Turn, answer: Answer): Done<string | null> {
  if (paging.kind === 'none') return done(null)
  if (paging.kind === 'page' || paging.kind === 'offset') return done('')
  const said =
    paging.next === undefined ? linkNext(answer.headers.link ?? '') : (textAt(paging.next, answer.json) ?? '')
  if (said === '') return done(null)
  const next = paging.kind === 'link' ? ownLink(said, shop) : said
  if (next === null) return refused('malformed', 'the next page is somewhere else')
  return next === turn.next || next.length > 2_000 ? refused('malformed', 'a list without end') : done(next)
}

/** RFC 8288 §3: of `<address>; rel="next"` among others. */
const linkNext = (header: string): string =>
  /<([^<>]{1,2000})>(?=[^<>]{0,500};\s{0,5}rel="?next"?)/i.exec(header.slice(0, 8_000))?.[1] ?? ''
