import { expect, test } from 'vitest'
import { randomDay } from './stage/random-day.ts'
import { replayLines } from './stage/replayed.ts'
import { TillOnPaper } from './stage/till-on-paper.ts'

test.each([1, 2, 3, 4])('random day %d comes out as it does on paper', async (seed) => {
  const lines = randomDay(seed, 160)
  const { code, printed } = await replayLines(lines)
  const { chain, ...totals } = printed
  const paper = new TillOnPaper()
  paper.play(lines)
  expect(totals).toEqual(paper.report())
  expect([code, chain.valid]).toEqual([0, true])
})
