import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { runBookJob } from '#electron/books/run-job.ts'
import { openLedger } from '#electron/ledger/open.ts'
import { systemClock } from '#electron/platform/clock.ts'
import { besideFlags } from '#electron/platform/process-beside.ts'
import { withFolder } from '#test/harness/bench-folder.ts'
import { generateLedger } from '#test/harness/ledger-generator.ts'
import { type Figure, median, type Row } from './figure.ts'
import type { Exported } from './programs/exporting.ts'
import { besideRow, sell, sellBeside } from './selling.ts'

/** Of a year. Fewer for a quick look: `HANOUT_BENCH_TICKETS=5000 npm run bench -- workbook`. */
const tickets = Number(process.env.HANOUT_BENCH_TICKETS ?? 100_000)
const ticketsPerDay = Math.ceil(tickets / 365)
const items = 5000
const runs = 3
const barMs = 8_000
/** What a year may hold more than a day: buffers grow to their size and stay. */
const flatMb = 100
const quietSales = 400
const now = { utcMs: Date.UTC(2030, 0, 1), offsetMinutes: 60 }
const day = { from: '2024-01-02', to: '2024-01-02' }
const year = { from: '2024-01-02', to: '2024-12-31' }

/** The most memory that the books' process holds. */
async function held(folder: string, { from, to }: typeof day): Promise<Exported> {
  const out = mkdtempSync(join(folder, 'held-'))
  const child = fork(join(import.meta.dirname, 'programs', 'exporting.ts'), [folder, out, from, to], {
    execArgv: [...besideFlags],
  })
  const [said] = (await once(child, 'message')) as [Exported]
  if (child.exitCode === null) await once(child, 'exit')
  return said
}

/** From asking to the file, ms. */
async function exported(folder: string, days: typeof day): Promise<number> {
  const out = mkdtempSync(join(folder, 'made-'))
  const job = { kind: 'workbook', ...days, language: 'fr' } as const
  const begun = performance.now()
  const answer = await runBookJob({ folder, now, out, job }, () => undefined)
  if (!answer.ok) throw new Error(`refused: ${answer.error.code}`)
  return performance.now() - begun
}

async function meanwhile(folder: string): Promise<Row> {
  const ledger = openLedger({ folder, clock: systemClock, create: false })
  try {
    await sell(ledger, 0, items, (sales) => sales === 50)
    const quiet = await sell(ledger, 1_000, items, (sales) => sales === quietSales)
    const beside: number[] = []
    for (let run = 0; run < runs; run++)
      beside.push(...(await sellBeside(ledger, 10_000 * (run + 1), items, exported(folder, year))).commits)
    return besideRow('commit of a sale while the year is exported on the same till', beside, quiet)
  } finally {
    ledger.close()
  }
}

async function run(): Promise<readonly Row[]> {
  return withFolder(async (folder) => {
    generateLedger(folder, { items, tickets, ticketsPerDay })
    const dayMs = await exported(folder, day)
    const times: number[] = []
    for (let n = 0; n < runs; n++) times.push(await exported(folder, year))
    const small = await held(folder, day)
    const whole = await held(folder, year)
    const grown = whole.peakMb - small.peakMb
    const size = (whole.bytes / 1_000_000).toFixed(1)
    return [
      {
        figure: `XLSX of a year, ${tickets.toLocaleString('en')} tickets (${size} MB), from asking to the file`,
        bar: '≤ 8 s',
        median: median(times),
        p95: null,
        unit: 'ms',
        yardstick: `${Math.round(dayMs)} ms, of a day of ${ticketsPerDay} tickets`,
        met: median(times) <= barMs,
      },
      {
        figure: 'memory of the books’ process that exports the year, at its peak',
        bar: `≤ ${flatMb} MB more than of a day`,
        median: whole.peakMb,
        p95: null,
        unit: 'MB',
        yardstick: `${Math.round(small.peakMb)} MB, of a day`,
        ratio: whole.peakMb / small.peakMb,
        met: grown <= flatMb,
      },
      await meanwhile(folder),
    ]
  })
}

export const figure: Figure = {
  name: 'workbook',
  bar: '100,000 tickets ≤ 8 s, memory flat, selling unchanged',
  run,
}
