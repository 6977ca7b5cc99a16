import {
  type Holder,
  type Piece,
  type Seller,
  type Sold,
  sameHolder,
  type Whereabouts,
} from '#electron/shop/piece.ts'
import type { Asked, Claimed, ShopDatabase } from '#electron/shop/shop-database.ts'
import type { Sku } from '#shared/kernel/ids.ts'
import { cart, seller as sellerOf, sku } from './shop-rig.ts'

/** A piece was given to somebody, as it was answered. */
export interface Given {
  readonly sku: Sku
  readonly version: number
  readonly to: Whereabouts
  readonly untilMs: number | null
  /** When, by the database's clock; `null`: the answer does not tell. */
  readonly sinceMs: number | null
}

/** A ticket told the shop that it sold a piece. */
export interface Told {
  readonly sku: Sku
  readonly by: Seller
  readonly sold: Sold
}

/** One who serves visitors, at a till or on the marketplace, one after the other. */
export interface Actor {
  readonly name: string
  readonly shop: ShopDatabase
  readonly chance: () => number
  /** Asks until there is an answer. */
  readonly surely: <T>(ask: () => Promise<Asked<T>>) => Promise<T>
}

/** What everyone was answered in one race. */
export interface Answers {
  readonly given: Given[]
  readonly told: Told[]
}

export const raced = [sku('RUG-A'), sku('RUG-B')] as const

/** A visitor comes, wants a piece, and buys it, has it put aside, or goes. */
export async function visit(
  { name, shop, chance, surely }: Actor,
  n: number,
  answers: Answers,
): Promise<void> {
  const piece = raced[Math.floor(chance() * raced.length)] ?? raced[0]
  const order = chance() < 0.3 ? `${name}-${n}` : null
  const by: Holder = order === null ? cart(name, `s${n}`) : { place: 'online', order }
  const keep = ({ yours, piece: now }: Claimed, holdMs: number | null): boolean => {
    const { sku: of, version, at: to, untilMs } = now
    const sinceMs = untilMs === null || holdMs === null ? null : untilMs - holdMs
    if (yours) answers.given.push({ sku: of, version, to, untilMs, sinceMs })
    return yours
  }
  const holdMs = order !== null ? null : 2 + Math.floor(chance() * 40)
  const mine = keep(await surely(() => shop.claim(piece, by, holdMs)), holdMs)
  // Whoever was told no may hold it in the hand all the same.
  if (!mine && chance() < 0.8) return
  if (chance() < 0.4) keep(await surely(() => shop.extend(piece, by, 30)), 30)
  if (chance() < 0.6) return void (await surely(() => shop.release(piece, by)))
  const seller = sellerOf(name, `s${n}`, n, order)
  answers.told.push({ sku: piece, by: seller, sold: await surely(() => shop.sell(piece, seller)) })
}

/** Whatever was not as it must be. Every change of a piece is one version more, so answers are ordered by it. */
export function wrongIn({ given, told }: Answers, ends: readonly Piece[]): string[] {
  const wrong: string[] = []
  for (const end of ends) {
    const inOrder = given.filter(({ sku: of }) => of === end.sku).sort((a, b) => a.version - b.version)
    for (const [i, now] of inOrder.entries()) {
      const before = inOrder[i - 1]
      if (before !== undefined && tookOver(before, now))
        wrong.push(`${end.sku} was taken from ${JSON.stringify(before)} by ${JSON.stringify(now)}`)
      if (now.version > end.version) wrong.push(`${end.sku} was given after its last change`)
    }
    const sales = told.filter(({ sku: of }) => of === end.sku)
    const kept = sales.filter(({ sold }) => sold.end !== 'soldBefore')
    if (kept.length !== Math.min(sales.length, 1))
      wrong.push(`${end.sku} was sold ${kept.length} times without a word`)
    const ticket = kept[0]?.by.ticket
    if (ticket !== undefined && JSON.stringify(end.at) !== JSON.stringify({ place: 'sold', ticket }))
      wrong.push(`${end.sku} is not with the ticket that sold it`)
    for (const { sold } of sales)
      if (sold.end === 'soldBefore' && JSON.stringify(sold.first) !== JSON.stringify(ticket))
        wrong.push(`${end.sku} was said to be sold by another ticket than it was`)
  }
  return wrong
}

/** The very next change gave it to somebody else while it was still held. */
function tookOver(before: Given, now: Given): boolean {
  if (now.version > before.version + 1) return false
  if (before.to.place === 'shelf' || before.to.place === 'sold') return true
  if (now.to.place === 'shelf' || now.to.place === 'sold') return true
  if (sameHolder(before.to, now.to)) return now.version === before.version
  return before.untilMs === null || (now.sinceMs !== null && now.sinceMs < before.untilMs)
}
