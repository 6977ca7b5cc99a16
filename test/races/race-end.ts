import { answerTask, type DayCount, handOver, leave, settleUnpaid } from './race-day.ts'
import type { RaceTill } from './race-till.ts'
import type { RaceWorld } from './race-world.ts'

/** Longest that a shop needs to come to rest once all lines are sound, in rounds of some minutes. */
const mostRounds = 60
const roundMs = 180_000

/**
 * All lines are sound, nobody dies any more, no visitor and no buyer comes; whoever is in the shop finishes what is begun.
 * @returns what would not end; empty: all is at rest
 */
export async function comeToRest(world: RaceWorld, count: DayCount): Promise<readonly string[]> {
  const { lines, platform, timers } = world
  Object.assign(lines, { market: 'sound', a: 'sound', b: 'sound' })
  const [a, b] = [await world.start('a'), await world.start('b')]
  world.places.a.fuse = null
  world.places.b.fuse = null
  let isAtRest = false
  for (let round = 0; round < mostRounds; round += 1) {
    for (const till of [a, b]) while (isBusy(till)) await leave(world, count)
    while (platform.orders().some(({ state }) => state === 'unpaid')) settleUnpaid(world)
    await timers.advance(roundMs)
    while (answerTask(world)) await timers.advance(1_000)
    while (await handOver(world)) await timers.advance(1_000)
    if (round % 10 === 9) a.room.tryAgain('Hassan')
    if (restless(world, a, b).length > 0) isAtRest = false
    // Once more: what one till did is told to the other a little later.
    else if (isAtRest) return []
    else isAtRest = true
  }
  return restless(world, a, b)
}

const isBusy = (till: RaceTill): boolean => till.view().sale !== null || till.view().parked.length > 0

function restless({ platform }: RaceWorld, a: RaceTill, b: RaceTill): readonly string[] {
  const { open, tasks } = a.room.view()
  const lanes = [
    ...a.ledger.lanes(),
    a.ledger.journalCursor.lane('shop'),
    b.ledger.journalCursor.lane('shop'),
  ].filter(({ waiting, setAside }) => waiting + setAside > 0)
  return [
    ...open.map(({ order }) => `order ${order.number} is open`),
    ...tasks.map(({ order, task }) => `order ${order.number} is a task: ${task?.kind}`),
    ...lanes.map((lane) => `messages wait: ${JSON.stringify(lane)}`),
    ...platform
      .orders()
      .filter(({ state }) => state !== 'over')
      .map(({ id }) => `order ${id} stands on the platform`),
  ]
}
