import type { AttemptId } from '#shared/kernel/ids.ts'
import type { BatchId } from '#shared/settlement/batch.ts'
import { type Seeded, seeded } from '../seeded.ts'
import { type DialectName, EveningShop, Killed } from './evening-shop.ts'
import { judgeBooks } from './judge-books.ts'
import { drawMischief, type Mischief } from './mischief.ts'

/** How many evenings share a shop: its ledger grows, and the past must not confuse the present. */
const eveningsPerShop = 10
const mostMischief = 20
/** Longest that anything takes to come to an end once nothing goes wrong any more, virtual ms. */
const longestMs = 6 * 3_600_000

export interface BooksCount {
  readonly evenings: number
  /** Things that were told to go wrong. */
  readonly faults: number
  readonly kills: number
  readonly agreed: number
  /** Times that a person had to ask again. */
  readonly looked: number
  readonly lost: number
  readonly doubled: number
  /** One a wrong thing, with the seed that shows it again. */
  readonly sentences: readonly string[]
}

/** @param seed the same seed gives the same evenings */
export async function manyEvenings(evenings: number, seed: number): Promise<BooksCount> {
  const total = { evenings: 0, faults: 0, kills: 0, agreed: 0, looked: 0, lost: 0, doubled: 0 }
  const sentences: string[] = []
  for (let first = 0; first < evenings; first += eveningsPerShop) {
    const shopSeed = seed + first
    const chance = seeded(shopSeed)
    const dialect: DialectName = chance.pick(['iso87', 'edc'])
    const capture = chance.chance(0.7) ? 'host' : 'terminal'
    const shop = new EveningShop(dialect, capture, shopSeed)
    const where = `seed ${shopSeed}, ${dialect}, host ${capture}`
    try {
      const undoable: AttemptId[] = []
      for (let n = Math.min(eveningsPerShop, evenings - first); n > 0; n -= 1) {
        const mischief = Array.from({ length: chance.between(0, mostMischief) }, () => drawMischief(chance))
        total.looked += await oneEvening(shop, chance, mischief, undoable)
        total.evenings += 1
        total.faults += mischief.length
      }
      const {
        agreed,
        lost,
        doubled,
        sentences: wrong,
      } = judgeBooks(shop.till().ledger, shop.host.books(), capture)
      total.agreed += agreed
      total.lost += lost
      total.doubled += doubled
      sentences.push(...wrong.map((sentence) => `${where}: ${sentence}`))
      sentences.push(...shop.problems().map((problem) => `${where}: verify: ${JSON.stringify(problem)}`))
    } catch (error) {
      sentences.push(`${where}: ${String(error)}`)
    } finally {
      total.kills += shop.kills
      await shop.close()
    }
  }
  return { ...total, sentences }
}

/** Trades, settles while things go wrong, and waits for the end. @returns how often a person had to ask again */
async function oneEvening(
  shop: EveningShop,
  chance: Seeded,
  mischief: readonly Mischief[],
  undoable: AttemptId[],
): Promise<number> {
  shop.trade(chance, undoable)
  // What is in a batch is undone by a refund: no terminal voids what is settled.
  undoable.length = 0
  for (const each of mischief) begin(shop, each)
  tryToSettle(shop)
  for (let waited = 0; waited < longestMs; waited += 60_000) {
    await shop.timers.advance(60_000)
    shop.till()
    tryToSettle(shop)
    if (isQuiet(shop)) break
  }
  shop.host.setFault('none')
  return finish(shop)
}

function begin(shop: EveningShop, each: Mischief): void {
  const { host, timers, clock } = shop
  switch (each.kind) {
    case 'host':
      timers.after(each.afterMs, () => host.setFault(each.fault))
      break
    case 'killAtWrite': {
      let writes = 0
      shop.setTrap((side) => side === each.side && ++writes >= each.write)
      break
    }
    case 'killAfter':
      timers.after(each.ms, () => shop.kill())
      break
    case 'power':
      timers.after(each.afterMs, () => host.powerCycle(each.awayMs))
      break
    case 'clock':
      timers.after(each.afterMs, () => clock.jump(each.ms))
      break
    case 'sale':
      timers.after(each.afterMs, () => shop.atCounter((till) => till.charge({ amount: 4_200 })))
      break
  }
}

/** Killed in the middle it is tried again by whoever comes to the till next. */
function tryToSettle(shop: EveningShop): void {
  try {
    const { settlements } = shop.till()
    const collected = settlements.view().collected.some(({ count }) => count > 0)
    if (collected) settlements.settle('t1', 'Hassan')
  } catch (error) {
    if (!(error instanceof Killed)) throw error
  }
}

const isQuiet = (shop: EveningShop): boolean => {
  const { collected, lanes } = shop.till().settlements.view()
  return lanes.length === 0 && collected.every(({ count }) => count === 0)
}

/**
 * Nothing goes wrong any more: what is left is settled. What the host said no to a person asks again, and where it stays
 * with its no, they say what stands.
 */
async function finish(shop: EveningShop): Promise<number> {
  shop.setTrap(null)
  const asked = new Set<BatchId>()
  let looked = 0
  for (let waited = 0; waited < longestMs; waited += 600_000) {
    const { settlements } = shop.till()
    tryToSettle(shop)
    const disputed = settlements.view().batches.filter(({ state }) => state === 'disputed')
    for (const { batch } of disputed) {
      looked += 1
      if (asked.has(batch)) settlements.resolve(batch, 'paidInFull', 'They say it is paid.', 'Hassan')
      else settlements.resend(batch)
      asked.add(batch)
    }
    if (disputed.length === 0 && isQuiet(shop)) return looked
    await shop.timers.advance(600_000)
  }
  const { batches, lanes, collected } = shop.till().settlements.view()
  const open = batches.filter(({ endedAt }) => endedAt === null)
  throw new Error(`no end: ${JSON.stringify({ open, lanes, collected })}`)
}
