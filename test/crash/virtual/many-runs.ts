import { seeded } from '../seeded.ts'
import { drawDisturbance } from './disturbance.ts'
import { judge, type Verdict } from './judge.ts'
import { type Operation, oneRun } from './one-run.ts'
import type { CrashProtocol } from './protocols.ts'
import { makeShop } from './shop.ts'

/** How many runs share a shop: its ledger grows, and the past must not confuse the present. */
const runsPerShop = 25

export interface CrashCount extends Omit<Verdict, 'sentences'> {
  readonly protocol: string
  readonly runs: number
  /** Runs in which the kill met the operation. */
  readonly struck: number
  readonly looked: number
  /** One a wrong thing, with the seed that shows it again. */
  readonly sentences: readonly string[]
}

/** @param seed the same seed gives the same runs */
export async function manyRuns(protocol: CrashProtocol, runs: number, seed: number): Promise<CrashCount> {
  const total = { runs: 0, struck: 0, looked: 0 }
  const wrong = { doubleCharges: 0, lostApprovals: 0, falseDeclines: 0, falseApprovals: 0 }
  const sentences: string[] = []
  const operations = operationsOf(protocol)
  for (let first = 0; first < runs; first += runsPerShop) {
    const shopSeed = seed + first
    const chance = seeded(shopSeed)
    const shop = makeShop(protocol)
    const upTo = Math.min(runsPerShop, runs - first)
    try {
      for (let number = 1; number <= upTo; number += 1) {
        const disturbance = drawDisturbance(chance, protocol.faults)
        const operation = chance.pick(operations)
        const where = `${protocol.name} seed ${shopSeed} run ${number} ${operation} ${JSON.stringify(disturbance)}`
        const before = sentences.length
        try {
          const { struck, looked } = await oneRun(shop, operation, disturbance, number)
          total.runs += 1
          total.struck += struck ? 1 : 0
          total.looked += looked
          const verdict = judge(shop.facts(), shop.terminal.standing())
          for (const key of Object.keys(wrong) as (keyof typeof wrong)[]) wrong[key] += verdict[key]
          sentences.push(...verdict.sentences.map((sentence) => `${where}: ${sentence}`))
        } catch (error) {
          sentences.push(`${where}: ${String(error)}`)
        }
        // What is wrong once would be counted again in every later run of the shop.
        if (sentences.length > before) break
      }
      sentences.push(
        ...shop.problems().map((problem) => `seed ${shopSeed}: verify: ${JSON.stringify(problem)}`),
      )
    } finally {
      await shop.close()
    }
  }
  return { protocol: protocol.name, ...total, ...wrong, sentences }
}

/** Sales most of all; what else the protocol can do with a card; a test of the terminal, undone where it can be. */
const operationsOf = ({ undoes }: CrashProtocol): readonly Operation[] => ['sale', 'sale', ...undoes, 'test']
