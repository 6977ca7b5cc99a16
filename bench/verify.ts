import { connectReadOnly } from '#electron/ledger/open.ts'
import { verifyLongLedger } from '#electron/ledger/verify/verify.ts'
import { withFolder } from '#test/harness/bench-folder.ts'
import { generateLedger } from '#test/harness/ledger-generator.ts'
import { type Figure, median, type Row, timed } from './figure.ts'

const runs = 3

/** Only reads every entry, in one thread, and looks at none. @returns entries/s */
function bareWalk(folder: string, entries: number): number {
  const db = connectReadOnly(folder)
  const rows = db.prepare<[], unknown[]>('SELECT * FROM journal ORDER BY seq').raw()
  let seen = 0
  const ms = timed(() => {
    for (const row of rows.iterate()) seen += row.length > 0 ? 1 : 0
  })
  db.close()
  if (seen !== entries) throw new Error(`the journal has ${seen} entries`)
  return entries / (ms / 1000)
}

async function run(): Promise<readonly Row[]> {
  return withFolder(async (folder) => {
    const { entries } = generateLedger(folder, { items: 2000, entries: 1_000_000 })
    const rates: number[] = []
    const bares: number[] = []
    const seconds: number[] = []
    for (let i = 0; i < runs; i++) {
      bares.push(bareWalk(folder, entries))
      const from = performance.now()
      const cpu = process.cpuUsage()
      const { problems } = await verifyLongLedger(folder)
      rates.push(entries / ((performance.now() - from) / 1000))
      const { user, system } = process.cpuUsage(cpu)
      seconds.push((user + system) / 1e6)
      if (problems.length > 0) throw new Error(`the bench ledger is wrong: ${JSON.stringify(problems)}`)
    }
    const rate = median(rates)
    return [
      {
        figure: `verify of a ledger of ${entries.toLocaleString('en')} journal entries`,
        bar: figure.bar,
        median: rate,
        p95: null,
        unit: 'entries/s',
        yardstick:
          `${Math.round(median(bares)).toLocaleString('en')} entries/s, only reading them ` +
          `(verify: ${median(seconds).toFixed(1)} s of processor, on two)`,
        ratio: rate / median(bares),
        met: rate >= 100_000,
      },
    ]
  })
}

export const figure: Figure = { name: 'verify', bar: '≥ 100,000 entries/s', run }
