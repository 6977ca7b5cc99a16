import type { FactOf } from '#shared/checkout/fact.ts'
import type { Sku } from '#shared/kernel/ids.ts'
import { pots, raceGoods, rugs } from './race-goods.ts'
import type { RaceTill } from './race-till.ts'
import type { RaceWorld } from './race-world.ts'

/** What became of everybody, once all is at rest. */
export interface Verdict {
  /** Orders that were promised a piece which somebody else has. */
  readonly conflicts: number
  /** Pieces put into a cart without word from whoever else might have had them. */
  readonly risks: number
  /** Pieces that two people paid for and were not given their money back for. */
  readonly soldTwice: number
  /** Counts that are not what was there, less what left. */
  readonly wrongCounts: number
  /** One a wrong thing. */
  readonly sentences: readonly string[]
}

export async function judgeRaces(world: RaceWorld, a: RaceTill, b: RaceTill): Promise<Verdict> {
  const twice = rugs.flatMap(({ sku }) => soldTwice(world, [a, b], sku))
  const counts = (await Promise.all(raceGoods.map(({ sku }) => wrongCounts(world, [a, b], sku)))).flat()
  const lost = factsOf(a, 'onlineOrderLost')
  return {
    conflicts: new Set(lost.map(({ order }) => order)).size,
    risks: [a, b].reduce((sum, till) => sum + factsOf(till, 'claimRisked').length, 0),
    soldTwice: twice.length,
    wrongCounts: counts.length,
    sentences: [...twice, ...counts, ...oddTasks(a), ...world.problems()],
  }
}

/** Who has paid for a piece and has their money in the shop still: at most one. */
function soldTwice({ platform }: RaceWorld, tills: readonly RaceTill[], sku: Sku): readonly string[] {
  const visitors = tills.flatMap((till) => {
    const number = till.ledger.ownTicketOf(sku)
    const ticket = number === null ? null : till.ledger.findTicket(number)?.ticket
    const byOrder = ticket?.tenders.some(({ kind }) => kind === 'online') ?? false
    return number === null || byOrder ? [] : [`ticket ${number}`]
  })
  const buyers = platform
    .orders()
    .filter((order) => order.sku === sku && order.moneyKept)
    .map(({ id }) => `order ${id}`)
  const kept = [...visitors, ...buyers]
  return kept.length > 1 ? [`${sku} is kept by ${kept.join(' and ')}`] : []
}

/** What left the shop with visitors and buyers, by the journals and by the platform's own books. */
function leftOf({ platform }: RaceWorld, tills: readonly RaceTill[], sku: Sku): number {
  const tickets = tills.flatMap((till) =>
    [...factsOf(till, 'saleCompleted'), ...factsOf(till, 'refundCompleted')].map(({ ticket }) => ticket),
  )
  const visitors = tickets
    .filter(({ tenders }) => tenders.every(({ kind }) => kind !== 'online'))
    .flatMap(({ kind, lines }) =>
      lines
        .filter((line) => line.sku === sku)
        .map(({ quantity }) => (kind === 'sale' ? quantity : -quantity)),
    )
  const buyers = platform
    .orders()
    .filter((order) => order.sku === sku && order.moneyKept)
    .map(({ units }) => units)
  return [...visitors, ...buyers].reduce((sum, units) => sum + units, 0)
}

async function wrongCounts(
  world: RaceWorld,
  tills: readonly RaceTill[],
  sku: Sku,
): Promise<readonly string[]> {
  const there = (sku === pots.sku ? pots.stock : 1) - leftOf(world, tills, sku)
  const said = {
    'till a': tills[0]?.ledger.stockOf(sku),
    'till b': tills[1]?.ledger.stockOf(sku),
    'the shop’s database': await countInShop(world, sku),
    'the platform': world.platform.countOf(sku),
  }
  return Object.entries(said)
    .filter(([, count]) => count !== there)
    .map(([who, count]) => `${sku}: ${who} counts ${count}, and there are ${there}`)
}

/** A piece of a kind of its own is not counted there: it is somewhere. */
async function countInShop({ database }: RaceWorld, sku: Sku): Promise<number | undefined> {
  if (sku === pots.sku) {
    const asked = await database.stockOf(sku)
    return asked.end === 'done' ? asked.value?.count : undefined
  }
  const asked = await database.whereIs(sku)
  return asked.end === 'done' ? { shelf: 1, sold: 0 }[asked.value.at.place as string] : undefined
}

/** Each order that lost is one task, and comes to one end. */
function oddTasks(a: RaceTill): readonly string[] {
  const lost = factsOf(a, 'onlineOrderLost')
  const times = new Map<string, number>()
  for (const { order } of lost) times.set(order, (times.get(order) ?? 0) + 1)
  return [...times].flatMap(([order, n]) => {
    const row = a.ledger.findOnlineOrder(order as FactOf<'onlineOrderLost'>['order'])
    return [
      ...(n === 1 ? [] : [`order ${order} was lost ${n} times`]),
      ...(row?.task === null && row.stage !== 'open'
        ? []
        : [`order ${order} was lost, and is ${row?.stage}`]),
    ]
  })
}

function factsOf<K extends 'onlineOrderLost' | 'claimRisked' | 'saleCompleted' | 'refundCompleted'>(
  { ledger }: RaceTill,
  kind: K,
): readonly FactOf<K>[] {
  const facts = [...ledger.entriesAfter(0)].map(({ fact }) => fact)
  return facts.filter((fact): fact is FactOf<K> => fact.kind === kind)
}
