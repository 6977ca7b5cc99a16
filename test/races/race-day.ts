import type { WebLine } from '#drivers/marketplaces/faulty-web.ts'
import type { Sku, TicketNumber } from '#shared/kernel/ids.ts'
import { dirham } from '#shared/money/amount.ts'
import { pots, rugs } from './race-goods.ts'
import type { RaceTill } from './race-till.ts'
import type { RaceWorld } from './race-world.ts'

/** What a day came to, for the table. */
export interface DayCount {
  sold: number
  bought: number
  refused: number
  partitions: number
  jumps: number
}

const tills = ['a', 'b'] as const
/** Enough for anything in the shop. */
const given = dirham(1_900_000)

/** One thing that somebody does, drawn by chance. */
type Deed = (world: RaceWorld, count: DayCount) => void | Promise<void>

/** How often, in parts of all. */
const deeds: readonly (readonly [parts: number, deed: Deed])[] = [
  [22, visit],
  [14, leave],
  [24, buyOnline],
  [5, settleUnpaid],
  [8, handOver],
  [4, answerTask],
  [4, giveBack],
  [9, moveLine],
  [5, kill],
  [3, jump],
]
const all = deeds.reduce((sum, [parts]) => sum + parts, 0)

/** One step of a day: a deed, then some time. */
export async function step(world: RaceWorld, count: DayCount): Promise<void> {
  const { chance, timers } = world
  let drawn = chance.next() * all
  const deed = deeds.find(([parts]) => {
    drawn -= parts
    return drawn < 0
  })?.[1]
  await deed?.(world, count)
  await timers.advance(chance.pick([0, 50, 500, 4_000, 20_000, 90_000]))
  // A till that died is started again by whoever stands at it, sooner or later.
  for (const name of tills) if (world.living(name) === null && chance.chance(0.3)) await world.start(name)
}

/** Somebody takes something from the shelf and goes to a till; the same piece may be keyed in at the other one by mistake. */
async function visit(world: RaceWorld, count: DayCount): Promise<void> {
  const till = oneOf(world)
  const { chance } = world
  if (till === null) return
  const sku = chance.chance(0.2) ? pots.sku : chance.pick(rugs).sku
  if (sku !== pots.sku && !world.isOnShelf(sku)) return
  if (sku !== pots.sku && chance.chance(0.1)) return mistake(world, sku)
  const said = await till.send({
    type: 'scan',
    code: sku,
    quantity: sku === pots.sku ? chance.between(1, 3) : 1,
  })
  if (said !== 'done' && said !== 'killed') count.refused += 1
}

/** At both tills at once: at most one has it, if all can be asked; one of them sees its mistake. */
async function mistake(world: RaceWorld, sku: Sku): Promise<void> {
  const [a, b] = [world.living('a'), world.living('b')]
  const both = [a, b].filter((till) => till !== null)
  if (both.some((till) => till.view().sale !== null)) return
  await Promise.all(both.map((till) => till.send({ type: 'scan', code: sku, quantity: 1 })))
  for (const till of both)
    if (till.isAlive() && till.view().sale !== null) await till.send({ type: 'cancelSale' })
}

/** What happens to a cart: it is paid, given up, parked or taken back. */
export async function leave(world: RaceWorld, count: DayCount): Promise<void> {
  const till = oneOf(world)
  if (till === null) return
  const { sale, parked } = till.view()
  const [first] = parked
  if (sale === null && first === undefined) return
  if (sale === null) await till.send({ type: 'resume', name: first?.name ?? '' })
  else if (sale.lines.some(({ sku }) => isElsewhereToo(world, till, sku)))
    await till.send({ type: 'cancelSale' })
  else if (world.chance.chance(0.65)) {
    if ((await till.send({ type: 'payCash', given })) === 'done') count.sold += 1
  } else if (world.chance.chance(0.5)) await till.send({ type: 'cancelSale' })
  else await till.send({ type: 'park', name: `visitor ${parked.length}` })
}

/** What was keyed in at both by mistake, and a till died with: nobody can carry it away twice. */
const isElsewhereToo = ({ places }: RaceWorld, till: RaceTill, sku: Sku): boolean =>
  [places.a.life, places.b.life].some(
    (other) => other !== till && other?.belongings().carts.has(sku) === true && sku !== pots.sku,
  )

/** One of eight buyers. */
function buyOnline(world: RaceWorld, count: DayCount): void {
  const { chance, platform } = world
  const sku = chance.chance(0.25) ? pots.sku : chance.pick(rugs).sku
  if (platform.buy(sku, chance.chance(0.75))) count.bought += 1
}

/** A bank transfer arrives, or never will. */
export function settleUnpaid({ chance, platform }: RaceWorld): void {
  const unpaid = platform.orders().filter(({ state }) => state === 'unpaid')
  if (unpaid.length === 0) return
  const { id } = chance.pick(unpaid)
  if (chance.chance(0.6)) platform.pay(id)
  else platform.giveUp(id)
}

/** The goods of an order are fetched from the shelf, if they are there. */
export async function handOver(world: RaceWorld): Promise<boolean> {
  const till = world.living('a')
  if (till === null || till.view().sale !== null) return false
  const ready = till.room
    .view()
    .open.find(
      ({ state, order, cancelling }) =>
        state === 'paid' &&
        !cancelling &&
        order.lines.every(({ sku }) => sku !== null && isThere(world, sku)),
    )
  if (ready === undefined) return false
  const move = { to: 'shipped', carrier: 'Amana', tracking: ready.order.number } as const
  return (await till.send({ type: 'sellOnlineOrder', order: ready.order.id, move })) === 'done'
}

const isThere = (world: RaceWorld, sku: Sku): boolean => sku === pots.sku || world.isOnShelf(sku)

/** The owner presses the button. */
export function answerTask({ places: { a } }: RaceWorld): boolean {
  const till = a.life
  if (till?.isAlive() !== true) return false
  const task = till.room.view().tasks.find(({ cancelling }) => !cancelling)
  if (task === undefined) return false
  try {
    const lost = task.task?.kind === 'lost' && task.stage === 'open'
    const answer = lost
      ? till.room.cancelOrder(task.order.id, 'sold in the shop', 'Hassan')
      : till.room.closeTask(task.order.id, 'looked at', 'Hassan')
    return answer.ok
  } catch (error) {
    // It died with the finger on the button.
    if (till.isAlive()) throw error
    return false
  }
}

/** A visitor brings a piece back, and it lies on the shelf again. */
async function giveBack(world: RaceWorld): Promise<void> {
  const till = oneOf(world)
  if (till === null || till.view().sale !== null) return
  const ticket = ticketToGiveBack(till)
  if (ticket !== null) await till.send({ type: 'refund', ticket, line: 1, quantity: 1, tender: 'cash' })
}

/** One with one piece on it that was paid at the counter. */
function ticketToGiveBack({ ledger }: RaceTill): TicketNumber | null {
  for (const { sku } of rugs) {
    const number = ledger.ownTicketOf(sku)
    const ticket = number === null ? null : ledger.findTicket(number)?.ticket
    if (ticket && ticket.lines.length === 1 && ticket.tenders.every(({ kind }) => kind === 'cash'))
      return number
  }
  return null
}

function moveLine({ chance, lines }: RaceWorld, count: DayCount): void {
  const which = chance.pick(['market', 'a', 'b'] as const)
  const to = chance.pick<WebLine>(['sound', 'bad', 'bad', 'cut'])
  if (to === 'cut' && lines[which] !== 'cut') count.partitions += 1
  lines[which] = to
}

/** A power cut, at once or in the middle of one of the next writes. */
function kill(world: RaceWorld): void {
  const { chance } = world
  world.kill(chance.pick(tills), chance.chance(0.3) ? 0 : chance.between(1, 12))
}

/** Somebody sets a till's clock, or the machine does. */
function jump({ chance, places }: RaceWorld, count: DayCount): void {
  places[chance.pick(tills)].clock.jump(chance.between(-600_000, 600_000))
  count.jumps += 1
}

const oneOf = (world: RaceWorld): RaceTill | null => world.living(world.chance.pick(tills))
