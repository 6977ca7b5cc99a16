import type { WebFaultPlan } from '#drivers/marketplaces/faulty-web.ts'
import { judgeRaces } from './judge-races.ts'
import { type DayCount, step } from './race-day.ts'
import { comeToRest } from './race-end.ts'
import type { RacePlatformName } from './race-platform.ts'
import { RaceWorld } from './race-world.ts'

const rates = {
  noNetwork: 0.05,
  lostBefore: 0.04,
  lostAfter: 0.08,
  doubled: 0.05,
  html: 0.02,
  tooMany: 0.03,
  unavailable: 0.03,
}

/**
 * What can be wrong with a bad line to the marketplace. What is done late is done by a platform that compares only: to another
 * an old count is as good as a new one, and stays until the next change. It costs a buyer an order, and never a piece.
 */
const badLines: Readonly<Record<RacePlatformName, Omit<WebFaultPlan, 'seed'>>> = {
  woocommerce: { rates, delayMs: 600 },
  shopify: { rates: { ...rates, late: 0.05 }, delayMs: 600, lateMs: 20_000 },
}
const stepsOfADay = 60

export interface RaceCount extends DayCount {
  runs: number
  conflicts: number
  risks: number
  kills: number
  soldTwice: number
  wrongCounts: number
  /** One a wrong thing, with the seed that shows it again. */
  readonly sentences: string[]
}

export const noRaces = (): RaceCount => ({
  runs: 0,
  sold: 0,
  bought: 0,
  refused: 0,
  conflicts: 0,
  risks: 0,
  partitions: 0,
  kills: 0,
  jumps: 0,
  soldTwice: 0,
  wrongCounts: 0,
  sentences: [],
})

/** One day of two tills and a marketplace, from a seed: the same seed is the same day. */
export async function oneRace(platform: RacePlatformName, seed: number, total: RaceCount): Promise<void> {
  const world = new RaceWorld(platform, seed, badLines[platform])
  const where = `${platform}, seed ${seed}`
  try {
    await world.open()
    for (let n = 0; n < stepsOfADay; n += 1) await step(world, total)
    const restless = await comeToRest(world, total)
    const [a, b] = [await world.start('a'), await world.start('b')]
    const verdict = await judgeRaces(world, a, b)
    total.conflicts += verdict.conflicts
    total.risks += verdict.risks
    total.soldTwice += verdict.soldTwice
    total.wrongCounts += verdict.wrongCounts
    total.sentences.push(...[...restless, ...verdict.sentences].map((sentence) => `${where}: ${sentence}`))
  } catch (error) {
    total.sentences.push(`${where}: ${error instanceof Error ? error.stack : String(error)}`)
  } finally {
    total.runs += 1
    total.kills += world.kills
    await world.close()
  }
}
