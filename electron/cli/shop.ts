import { realTimers } from '#drivers/transport/timers.ts'
import { type Clock, systemClock } from '#electron/platform/clock.ts'
import { usualTimings } from '#electron/shop/postgres/connections.ts'
import { postgresShop } from '#electron/shop/postgres/postgres-shop.ts'
import { prepareShopDatabase } from '#electron/shop/postgres/prepare.ts'
import type { Asked, TillDay, TillStanding } from '#electron/shop/shop-database.ts'
import { type OtherLogin, readShop, type ShopPlace } from '#electron/shop/shop-file.ts'
import { type BusinessDay, isoLocal, localDay } from '#shared/kernel/stamp.ts'
import { dirham } from '#shared/money/amount.ts'
import { formatAmount } from '#shared/money/format.ts'
import { counted, type TextColumn, textTable } from './text-table.ts'

type Say = (line: string) => void

/** What cannot be done, as one sentence. */
class ShopRefused extends Error {
  override readonly name = 'ShopRefused'
}

export interface ShopPrepareArguments {
  /** The till's data folder, with `shop.json` in it. */
  readonly data: string
  /** Who makes the tables; `null`: whom `shop.json` names. */
  readonly login: OtherLogin | null
}

/**
 * Makes the tables of the shop's database, or brings them up to this program; again changes nothing.
 * @throws ShopRefused where the server is not there, or says no
 */
export async function runShopPrepare({ data, login }: ShopPrepareArguments, say: Say): Promise<void> {
  const place = await placeOf(data, login)
  try {
    await prepareShopDatabase(place)
  } catch (error) {
    throw notReached(place, error instanceof Error ? error.message : String(error))
  }
  say(`The tables of shop ${place.shop} are ready on ${place.name}.`)
}

export interface ShopStatusArguments {
  readonly data: string
  /** `null`: today, by this machine. */
  readonly day: BusinessDay | null
  readonly clock?: Clock
}

/**
 * Prints how far each till's journal has arrived, when it was last heard of, and what it took on a day.
 * @returns 0: every till is one; 1: entries of a till were refused, because another one calls itself the same
 * @throws ShopRefused where the server is not there, or says no
 */
export async function runShopStatus(
  { data, day, clock = systemClock }: ShopStatusArguments,
  say: Say,
): Promise<number> {
  const place = await placeOf(data, null)
  const database = postgresShop({
    ...place,
    connections: 1,
    timings: usualTimings,
    timers: realTimers,
    chance: () => 0,
  })
  try {
    const tills = doneOf(place, await database.tills())
    const businessDay = day ?? localDay(clock.now())
    const days = doneOf(place, await database.dayTotals(businessDay))
    for (const line of [...standings(place, tills), '', ...takings(businessDay, days)]) say(line)
    return tills.some(({ forks }) => forks > 0) ? 1 : 0
  } finally {
    await database.close()
  }
}

async function placeOf(data: string, login: OtherLogin | null): Promise<ShopPlace> {
  const place = await readShop(data, login)
  if (place === null) throw new ShopRefused(`${data} has no shop.json: this till is its whole shop`)
  return place
}

const notReached = ({ name }: ShopPlace, why: string): ShopRefused =>
  new ShopRefused(`the shop’s server (${name}) cannot be asked: ${why || 'nobody is there'}`)

function doneOf<T>(place: ShopPlace, asked: Asked<T>): T {
  if (asked.end === 'done') return asked.value
  throw notReached(place, asked.text)
}

function standings({ shop, name }: ShopPlace, tills: readonly TillStanding[]): readonly string[] {
  if (tills.length === 0) return [`Shop ${shop} on ${name}: no till was heard of yet.`]
  const columns: readonly TextColumn[] = [
    { head: 'Till' },
    { head: 'Entries', numbers: true },
    { head: 'Newest written' },
    { head: 'Heard of' },
    { head: 'Unsigned', numbers: true },
  ]
  const rows = tills.map(({ till, seq, writtenAt, arrivedMs, nowMs, unsealed }) => [
    till,
    String(seq),
    isoLocal(writtenAt),
    `${ago(nowMs - arrivedMs)} ago`,
    String(unsealed),
  ])
  const forks = tills
    .filter((each) => each.forks > 0)
    .map(
      (each) =>
        `${each.till} told two stories (${counted(each.forks, 'time')}): two tills have this name, or one was restored from a backup.`,
    )
  return [`Shop ${shop} on ${name}:`, ...textTable(columns, rows), ...forks]
}

const units = [
  [86_400_000, 'day'],
  [3_600_000, 'hour'],
  [60_000, 'minute'],
] as const

function ago(ms: number): string {
  const unit = units.find(([size]) => ms >= size)
  return unit === undefined
    ? counted(Math.max(0, Math.floor(ms / 1000)), 'second')
    : counted(Math.floor(ms / unit[0]), unit[1])
}

const tenders = ['cash', 'card', 'mobile', 'transfer', 'cheque', 'online'] as const

function takings(businessDay: BusinessDay, days: readonly TillDay[]): readonly string[] {
  if (days.length === 0) return [`${businessDay}: nobody sold anything.`]
  const columns: readonly TextColumn[] = [
    { head: businessDay },
    ...[
      'Sales',
      'Refunds',
      'Gross',
      ...tenders.map((name) => `${name[0]?.toUpperCase()}${name.slice(1)}`),
    ].map((head) => ({ head, numbers: true })),
  ]
  const rows = days.map((day) => [
    day.till,
    String(day.sales),
    String(day.refunds),
    formatAmount(dirham(day.gross)),
    ...tenders.map((kind) => formatAmount(dirham(day[kind]))),
  ])
  return textTable(columns, rows)
}
