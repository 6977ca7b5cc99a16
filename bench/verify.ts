import { verifyLongLedger } from '#electron/ledger/verify/verify.ts'
import { withFolder } from '#test/harness/bench-folder.ts'
import { generateLedger } from '#test/harness/ledger-generator.ts'
import { type Figure, median, type Row } from './figure.ts'

const runs = 3

async function run(): Promise<readonly Row[]> {
  return withFolder(async (folder) => {
    const { entries } = generateLedger(folder, { items: 2000, entries: 1_000_000 })
    const rates: number[] = []
    for (let i = 0; i < runs; i++) {
      const from = performance.now()
      const { problems } = await verifyLongLedger(folder)
      rates.push(entries / ((performance.now() - from) / 1000))
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
        met: rate >= 100_000,
      },
    ]
  })
}

export const figure: Figure = { name: 'verify', bar: '≥ 100,000 entries/s', run }
