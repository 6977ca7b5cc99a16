import { expect, onTestFinished, test } from 'vitest'
import { seeded } from './seeded.ts'
import { EveningShop } from './settlement/evening-shop.ts'
import { judgeBooks } from './settlement/judge-books.ts'
import { manyEvenings } from './settlement/many-evenings.ts'

/*
 * The short run; the long one is `npm run crash -- --settlement --runs 2000`.
 */
const evenings = 120
const seed = 20_261_127

test('whatever is killed, lost, late or wrong: both books say the same, nothing lost, nothing doubled', {
  timeout: 180_000,
}, async () => {
  const { sentences, ...count } = await manyEvenings(evenings, seed)
  console.info(`${count.faults} faults in ${count.evenings} evenings: ${JSON.stringify(count)}`)
  expect(sentences).toEqual([])
  expect(count).toMatchObject({ evenings, lost: 0, doubled: 0 })
  // Evenings without a fault, and traps that never close, would prove nothing.
  expect(count.faults).toBeGreaterThan(evenings * 8)
  expect(count.kills).toBeGreaterThan(evenings / 10)
  expect(count.agreed).toBeGreaterThanOrEqual(evenings)
})

test('books that do not agree are found out: one lost, one settled twice, one that is nobody’s, another sum', async () => {
  const shop = new EveningShop('edc', 'host', 1)
  onTestFinished(() => shop.close())
  shop.trade(seeded(3), [])
  const till = shop.till()
  till.charge({ amount: 500 })
  expect(till.settlements.settle('t1', 'Hassan')).toMatchObject({ ok: true })
  await shop.timers.advance(600_000)
  const books = shop.host.books()
  const judge = (change: Partial<typeof books>) => judgeBooks(till.ledger, { ...books, ...change }, 'host')
  expect(judge({})).toMatchObject({ agreed: 1, lost: 0, doubled: 0, sentences: [] })
  const { transactions, batches } = books
  const [one] = transactions.filter(({ state }) => state === 'settled')
  if (one === undefined) throw new Error('nothing settled')
  expect(judge({ transactions: transactions.filter((each) => each !== one) })).toMatchObject({ lost: 1 })
  expect(judge({ transactions: [...transactions, one] })).toMatchObject({ doubled: 1 })
  expect(judge({ transactions: [...transactions, { ...one, reference: '77' }] })).toMatchObject({
    doubled: 1,
  })
  expect(judge({ batches: [] }).lost).toBeGreaterThan(0)
  expect(judge({ batches: [...batches, ...batches] }).doubled).toBeGreaterThan(0)
  expect(
    judge({ violations: [{ at: '', terminal: '', kind: 'settledAgain', detail: '' }] }).sentences,
  ).toHaveLength(1)
})
