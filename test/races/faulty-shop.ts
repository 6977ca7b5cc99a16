import type { WebFault, WebLine } from '#drivers/marketplaces/faulty-web.ts'
import { pause, type Timers } from '#drivers/transport/timers.ts'
import type { Asked, ShopDatabase } from '#electron/shop/shop-database.ts'
import type { Seeded } from '../crash/seeded.ts'
import { aroundShop } from './around-shop.ts'

/** What a bad line does to a question of the shop's database. */
type ShopFault = Extract<WebFault, 'noNetwork' | 'lostBefore' | 'lostAfter'>

/** As long as a till waits for its server. */
const timeoutMs = 5_000

/** The shop's database at the end of a line: what is asked may not arrive, or its answer may not come back. */
export const faultyShop = (
  inner: ShopDatabase,
  chance: Seeded,
  timers: Timers,
  line: () => WebLine,
): ShopDatabase =>
  aroundShop(inner, async (ask) => {
    const fault = line() === 'cut' ? 'noNetwork' : line() === 'bad' ? drawn(chance) : null
    if (fault === 'noNetwork') return unknown('noNetwork', false)
    await pause(timers, chance.between(0, 40))
    const answer = fault === 'lostBefore' ? null : await ask()
    if (fault === null && answer !== null) return answer
    await pause(timers, timeoutMs)
    return unknown('silent', true)
  })

function drawn(chance: Seeded): ShopFault | null {
  if (!chance.chance(0.15)) return null
  return chance.pick(['noNetwork', 'lostBefore', 'lostAfter'])
}

const unknown = (trouble: 'noNetwork' | 'silent', sent: boolean): Asked<never> => ({
  end: 'unknown',
  trouble,
  sent,
  text: 'a bad line',
})
