/** Artisans of a made-up shop, as the till would show them. */
import { demoShop } from '#shared/catalogue/demo-shop.data.ts'
import type { OwnerAccountView, OwnerCard, OwnersView } from '#shared/contract/books/owners-door.ts'
import type { DayRange } from '#shared/kernel/day-range.ts'
import type { Seq, TicketNumber } from '#shared/kernel/ids.ts'
import { type Dirham, dirham, sum, zero } from '#shared/money/amount.ts'
import { type AccountMove, accountSums } from '#shared/owners/account.ts'
import type { Owner } from '#shared/owners/owner.ts'

const today = '2026-11-20'

const owners = [
  ...new Map(
    demoShop.items.flatMap(({ owner, village }) => (owner === null ? [] : [[owner.owner, village]])),
  ),
]

const contractOf = (place: number, owner: string, village: string | null): Owner => ({
  owner,
  name: owner,
  nameAr: ['تعاونية تيفاوين', 'تعاونية إيكلان', 'تعاونية تامينوت', 'إيطو أوحدو'][place] ?? '',
  phone: '+212 661 22 33 44',
  language: 'ar',
  role: place % 2 === 0 ? 'principal' : 'agent',
  share:
    place === 0
      ? {
          kind: 'tiered',
          tiers: [
            { upTo: dirham(50_000), ppm: 600_000 },
            { upTo: dirham(200_000), ppm: 666_667 },
            { upTo: null, ppm: 700_000 },
          ],
        }
      : place === 1
        ? { kind: 'percentage', ppm: 725_000 }
        : place === 2
          ? { kind: 'fixed', perUnit: dirham(8000) }
          : null,
  account: '',
  registration: place === 0 ? 'RNA 1204-77' : '',
  village: village ?? '',
  craft: '',
})

const balances = [231_082, 1_204_500, -20_000, 0, 98_000].map(dirham)

/** The last of them was never asked what they want. */
const cards: readonly OwnerCard[] = owners.map(([owner, village], place) => ({
  owner,
  contract: place === owners.length - 1 ? null : contractOf(place, owner, village),
  balance: balances[place] ?? zero,
}))

/** @param name `books-owners-empty`: nobody left a piece yet */
export function ownersOf(name: string): OwnersView {
  const shown = name === 'books-owners-empty' ? [] : cards
  return { owners: shown, due: sum(shown.map(({ balance }) => balance).filter((each) => each > 0)) }
}

const item = (place: number) => demoShop.items[place % demoShop.items.length]

function lineOf(place: number, day: string, gross: number, due: number): AccountMove {
  const { sku, name } = item(place * 4) ?? { sku: '' as never, name: {} }
  return {
    kind: 'line',
    line: {
      ticket: (120 + place) as TicketNumber,
      soldOn: day,
      sku,
      name,
      quantity: place === 1 ? 2 : 1,
      gross: dirham(gross),
      share: { kind: 'part', ppm: Math.round((due / gross) * 1_000_000) },
      due: dirham(due),
    },
  }
}

const gift = (what: 'advance' | 'payout', day: string, minor: number): AccountMove => ({
  kind: 'payment',
  gift: {
    seq: (what === 'advance' ? 790 : 812) as Seq,
    what,
    by: what === 'advance' ? 'mobile' : 'cash',
    reference: what === 'advance' ? 'MP-77120' : '',
    paidOn: day,
    amount: dirham(minor),
  },
})

const moves: readonly AccountMove[] = [
  lineOf(0, '2026-11-05', 380_000, 266_000),
  gift('advance', '2026-11-09', 50_000),
  lineOf(1, '2026-11-12', 60_010, 40_007),
  lineOf(2, '2026-11-14', -84_500, -54_925),
  gift('payout', '2026-11-15', 100_000),
  lineOf(3, '2026-11-18', 143_000, 100_000),
]

const signed = (move: AccountMove) =>
  move.kind === 'line'
    ? { kind: move.kind, what: null, gross: move.line.gross, due: move.line.due }
    : { kind: move.kind, what: move.gift.what, gross: zero, due: dirham(-move.gift.amount) as Dirham }

/** @param name `books-owners-quiet`: nothing sold of theirs in these days */
export function ownerAccountOf(name: string, owner: string, range: DayRange | null): OwnerAccountView | null {
  const card = cards.find((each) => each.owner === owner)
  if (card === undefined) return null
  const happened = name === 'books-owners-quiet' ? [] : moves
  return {
    card,
    today,
    period: {
      range: range ?? { from: '2026-11-01', to: today },
      sums: accountSums(dirham(30_000), happened.map(signed)),
      moves: happened,
      earlier: 0,
    },
  }
}

/** Names that items have and nobody agreed anything with. */
export const ownersOfCatalogue: readonly string[] = owners.slice(-1).map(([owner]) => owner)
