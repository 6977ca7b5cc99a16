import { fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { noRaces, oneRace, type RaceCount } from './many-races.ts'
import { type RacePlatformName, racePlatforms } from './race-platform.ts'

// `npm run prove:races -- [--runs 1000] [--seed 1] [--platform shopify]`: days of two tills, a marketplace and its buyers, with
// lines that are cut and bad, tills that are killed and clocks that jump. Ends with 1 if a piece was sold twice and kept, a
// conflict ended in anything but one task, or a count is not what was there less what left; each with the seed that shows it.

const usage = 'npm run prove:races -- [--runs N] [--seed N] [--platform NAME]'
const names = Object.keys(racePlatforms) as RacePlatformName[]

/** What one process proves: every `of`-th seed. */
interface Share {
  readonly platform: RacePlatformName
  readonly first: number
  readonly runs: number
  readonly of: number
}

async function proveShare({ platform, first, runs, of }: Share): Promise<RaceCount> {
  const total = noRaces()
  for (let n = 0; n < runs; n += of) await oneRace(platform, first + n, total)
  return total
}

async function proveAll(): Promise<void> {
  const { runs, seed, platforms } = readArguments()
  row(['platform', ...Object.keys(noRaces()).filter((name) => name !== 'sentences')])
  row(Array(Object.keys(noRaces()).length).fill('---'))
  for (const platform of platforms) {
    const of = availableParallelism()
    const shares = Array.from({ length: of }, (_, nth) => ({
      platform,
      first: seed + nth,
      runs: runs - nth,
      of,
    }))
    const counts = await Promise.all(shares.map(inProcess))
    const { sentences, ...figures } = counts.reduce(sum)
    row([platform, ...Object.values(figures)])
    for (const sentence of sentences) process.stdout.write(`${sentence}\n`)
    if (sentences.length > 0) process.exitCode = 1
  }
}

/** What is proved does not depend on the disk: where the machine has one in memory, that is quicker. */
const disk = existsSync('/dev/shm') ? { TMPDIR: '/dev/shm' } : {}

function inProcess(share: Share): Promise<RaceCount> {
  const child = fork(import.meta.filename, { env: { ...process.env, ...disk } })
  return new Promise((resolve, reject) => {
    child.once('message', (count) => resolve(count as RaceCount))
    child.once('exit', (code) => reject(new Error(`a process of the proof ended with ${code}`)))
    child.send(share)
  })
}

function sum(one: RaceCount, other: RaceCount): RaceCount {
  const total = { ...one, sentences: [...one.sentences, ...other.sentences] }
  for (const [name, value] of Object.entries(other)) {
    if (typeof value === 'number')
      Object.assign(total, { [name]: value + Number(one[name as keyof RaceCount]) })
  }
  return total
}

function readArguments(): { runs: number; seed: number; platforms: readonly RacePlatformName[] } {
  const options = {
    runs: { type: 'string' },
    seed: { type: 'string' },
    platform: { type: 'string' },
  } as const
  try {
    const { runs = '1000', seed = '1', platform } = parseArgs({ options }).values
    const platforms = names.filter((name) => platform === undefined || name === platform)
    const [many, first] = [Number(runs), Number(seed)]
    if (platforms.length > 0 && many >= 1 && Number.isSafeInteger(many) && Number.isSafeInteger(first))
      return { runs: many, seed: first, platforms }
  } catch {
    // Told below, like a number that is none.
  }
  process.stderr.write(`${usage}\n`)
  process.exit(2)
}

function row(cells: readonly (string | number)[]): void {
  process.stdout.write(`| ${cells.join(' | ')} |\n`)
}

if (process.send === undefined) await proveAll()
else
  process.on('message', (share: Share) => {
    void proveShare(share).then((count) => process.send?.(count, () => process.exit(0)))
  })
