import { expect, test } from 'vitest'
import { noRaces, oneRace } from './many-races.ts'
import { type RacePlatformName, racePlatforms } from './race-platform.ts'

/** Thousands of them: `npm run prove:races`. */
const seeds = [1, 2, 3, 4]

test.each(Object.keys(racePlatforms) as RacePlatformName[])(
  '%s: whatever is cut, killed or late, no piece is sold twice and kept, and all counts come right',
  async (platform) => {
    const total = noRaces()
    for (const seed of seeds) await oneRace(platform, seed, total)
    expect(total.sentences).toEqual([])
    // A day on which nobody wants the same is no proof.
    expect(total.conflicts).toBeGreaterThan(0)
    expect(total.kills).toBeGreaterThan(0)
  },
  300_000,
)

test('the same seed is the same day', async () => {
  const [one, other] = [noRaces(), noRaces()]
  await oneRace('woocommerce', 5, one)
  await oneRace('woocommerce', 5, other)
  expect(one).toEqual(other)
}, 120_000)
