import { type Args, GraphqlError, type Node, node } from '../graphql/execute.ts'

/** The most that one page may hold. */
const most = 250

/** @param key what a place in the list is remembered by; it holds while others move */
export function connection<T>(
  type: string,
  all: readonly T[],
  args: Args,
  key: (each: T) => string,
  write: (each: T) => Node,
): Node {
  const { first, after } = args
  if (!Number.isSafeInteger(first) || Number(first) < 1 || Number(first) > most)
    throw new GraphqlError('BAD_REQUEST', `first must be between 1 and ${most}`)
  const from = typeof after === 'string' ? placeAfter(all, readCursor(after), key) : 0
  const page = all.slice(from, from + Number(first))
  const last = page.at(-1)
  return node(type, {
    nodes: page.map(write),
    pageInfo: node('PageInfo', {
      hasNextPage: from + page.length < all.length,
      endCursor: last === undefined ? null : Buffer.from(key(last), 'utf8').toString('base64'),
    }),
  })
}

function readCursor(text: string): string {
  const key = Buffer.from(text, 'base64').toString('utf8')
  if (key === '') throw new GraphqlError('BAD_REQUEST', 'Invalid cursor for current pagination sort.')
  return key
}

/** Keys are sorted as the list is: what left its place is passed over, not read again. */
function placeAfter<T>(all: readonly T[], last: string, key: (each: T) => string): number {
  const at = all.findIndex((each) => key(each) > last)
  return at < 0 ? all.length : at
}
