import { noRaces, oneRace } from './many-races.ts'
import { type RacePlatformName, racePlatforms } from './race-platform.ts'

const names = Object.keys(racePlatforms) as RacePlatformName[]
const [runs = '20', seed = '1', only] = process.argv.slice(2)
for (const name of names) {
  if (only !== undefined && only !== name) continue
  const total = noRaces()
  const t = performance.now()
  for (let n = 0; n < Number(runs); n += 1) await oneRace(name, Number(seed) + n, total)
  console.log(name, { ...total, ms: Math.round(performance.now() - t) })
}
