import { expect, test } from 'vitest'
import { memoryShop } from '#electron/shop/memory/memory-shop.ts'
import { memoryStore } from '#electron/shop/memory/memory-store.ts'
import type { Asked, ShopDatabase } from '#electron/shop/shop-database.ts'
import { seededChance } from '#shared/kernel/seeded-chance.ts'
import { Turns } from '#test/harness/turns.ts'
import { type Actor, type Answers, raced, visit, wrongIn } from './shop-races.ts'
import { done } from './shop-rig.ts'

const runs = 4_000

interface Race {
  readonly answers: Answers
  readonly wrong: readonly string[]
  readonly lost: number
}

/** Five who serve at once, questions and answers that get lost, and a clock that goes on between any two steps. */
async function race(seed: number): Promise<Race> {
  const chance = seededChance(seed)
  let nowMs = 1_000
  const store = memoryStore('rabat', () => nowMs)
  const turns = new Turns(chance)
  const answers: Answers = { given: [], told: [] }
  let lost = 0
  const surely = async <T>(ask: () => Promise<Asked<T>>): Promise<T> => {
    for (;;) {
      await turns.next()
      nowMs += Math.floor(chance() * 8)
      if (chance() < 0.1) continue
      const answer = await done(ask())
      await turns.next()
      if (chance() >= 0.15) return answer
      lost += 1
    }
  }
  const serve = async (name: string): Promise<void> => {
    const actor: Actor = { name, shop: memoryShop(store), chance, surely }
    for (let n = 1; n <= 4; n++) await visit(actor, n, answers)
  }
  await turns.through(['t1', 't2', 't3', 't4', 'web'].map(serve))
  const ends = await Promise.all(raced.map((piece) => done(memoryShop(store).whereIs(piece))))
  return { answers, wrong: wrongIn(answers, ends), lost }
}

test(`${runs} races in memory: a piece is with one at a time and sold once, or somebody is told`, async () => {
  const seen = { lost: 0, sold: 0, overruled: 0, soldBefore: 0 }
  for (let seed = 1; seed <= runs; seed++) {
    const { answers, wrong, lost } = await race(seed)
    expect(wrong, `seed ${seed}`).toEqual([])
    seen.lost += lost
    for (const { sold } of answers.told) seen[sold.end] += 1
  }
  // Each kind of end was met often, or the races prove nothing.
  for (const often of Object.values(seen)) expect(often).toBeGreaterThan(runs / 10)
})

test('a shop that forgets who has a piece is found out', async () => {
  const forgetful = (shop: ShopDatabase): ShopDatabase => ({
    ...shop,
    claim: async (sku, by, holdMs) => {
      const { piece } = await done(shop.claim(sku, by, holdMs))
      return { end: 'done', value: { yours: true, piece: { ...piece, at: by } } }
    },
  })
  const store = memoryStore('rabat', () => 1_000)
  const answers: Answers = { given: [], told: [] }
  const chance = seededChance(3)
  for (const name of ['t1', 't2', 't3'])
    for (let n = 1; n <= 6; n++)
      await visit(
        { name, shop: forgetful(memoryShop(store)), chance, surely: (ask) => done(ask()) },
        n,
        answers,
      )
  const ends = await Promise.all(raced.map((piece) => done(memoryShop(store).whereIs(piece))))
  expect(wrongIn(answers, ends)).not.toEqual([])
})
