import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { dayTotals } from '#shared/books/day-totals.ts'
import { playDay } from './day.ts'

const read = (name: string): string =>
  readFileSync(new URL(`../../fixtures/days/${name}`, import.meta.url), 'utf8')

for (const day of ['ordinary', 'rounded']) {
  test(`the ${day} day comes to its known totals`, () => {
    const { counter, refused } = playDay(read(`${day}.jsonl`))
    const expected = JSON.parse(read(`${day}.expected.json`))
    expect({ ...dayTotals(counter.facts), refused }).toEqual(expected)
    const rows = Object.groupBy(counter.forwards, (row) => row.destination)
    expect(rows.acquirer?.length).toBe(expected.outbox.acquirer)
    expect(rows.marketplace?.length).toBe(expected.outbox.marketplace)
    expect(new Set(counter.forwards.map((row) => row.key)).size).toBe(counter.forwards.length)
  })
}

test.each(['ordinary', 'rounded'])(
  'the %s day comes to the same with a power cut after every line',
  (day) => {
    const { counter, refused } = playDay(read(`${day}.jsonl`), true)
    const expected = JSON.parse(read(`${day}.expected.json`))
    expect({ ...dayTotals(counter.facts), refused }).toEqual(expected)
  },
)
