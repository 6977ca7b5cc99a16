import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DayReports } from '#electron/books/reports/day-reports.ts'
import { runBookJob } from '#electron/books/run-job.ts'
import { openLedger, openReadOnly } from '#electron/ledger/open.ts'
import { systemClock } from '#electron/platform/clock.ts'
import { businessDayNow } from '#shared/kernel/stamp.ts'
import { withFolder } from '#test/harness/bench-folder.ts'
import { generateLedger } from '#test/harness/ledger-generator.ts'
import { type Figure, median, p95, type Row } from './figure.ts'
import type { Reported } from './programs/reporting.ts'
import { besideRow, sell, sellBeside, sellOne } from './selling.ts'

/** Of a season. Fewer for a quick look: `HANOUT_BENCH_TICKETS=5000 npm run bench -- report`. */
const tickets = Number(process.env.HANOUT_BENCH_TICKETS ?? 100_000)
const ticketsPerDay = Math.ceil(tickets / 365)
const items = 5000
const runs = 3
const barMs = 4_000
/** What a season may hold more than a day: sums by piece and by day. */
const flatMb = 64
const quietSales = 400
const barTodayMs = 20
const day = { from: '2024-01-02', to: '2024-01-02' }

/** As the till asks for it, a process of its own and all. @returns ms */
async function asked(folder: string, { from, to }: typeof day): Promise<number> {
  const out = join(folder, 'bench-out')
  mkdirSync(out, { recursive: true })
  const now = { utcMs: Date.UTC(2030, 0, 1), offsetMinutes: 60 }
  const begun = performance.now()
  const job = { kind: 'report', asked: { kind: 'season', from, to } } as const
  const answer = await runBookJob({ folder, now, out, job }, () => undefined)
  if (!answer.ok) throw new Error(`no report: ${answer.error.code}`)
  return performance.now() - begun
}

async function reported(folder: string, { from, to }: typeof day): Promise<Reported> {
  const child = fork(join(import.meta.dirname, 'programs', 'reporting.ts'), [folder, from, to])
  const [said] = (await once(child, 'message')) as [Reported]
  if (child.exitCode === null) await once(child, 'exit')
  return said
}

/** Commits of sales while the season is reported, and how soon today's report knows of a sale. */
async function meanwhile(folder: string, year: typeof day): Promise<readonly Row[]> {
  const ledger = openLedger({ folder, clock: systemClock, create: false })
  try {
    await sell(ledger, 0, items, (sales) => sales === 50)
    const quiet = await sell(ledger, 1_000, items, (sales) => sales === quietSales)
    const beside: number[] = []
    for (let run = 0; run < runs; run++)
      beside.push(...(await sellBeside(ledger, 10_000 * (run + 1), items, asked(folder, year))).commits)
    const now = { utcMs: Date.UTC(2030, 0, 1), offsetMinutes: 60 }
    const today = businessDayNow(ledger.openShift(), now)
    const reports = new DayReports(ledger)
    const askedToday = { kind: 'day', range: { from: today, to: today }, today, now } as const
    const { totals } = await reports.of(askedToday)
    const again: number[] = []
    for (let n = 0; n < 100; n++) {
      sellOne(ledger, 90_000 + n, items)
      const from = performance.now()
      await reports.of(askedToday)
      again.push(performance.now() - from)
    }
    return [
      besideRow('commit of a sale while the season is reported on the same till', beside, quiet),
      {
        figure: `report of today with one ticket more (${totals.count} tickets)`,
        bar: `p95 ≤ ${barTodayMs} ms`,
        median: median(again),
        p95: p95(again),
        unit: 'ms',
        met: p95(again) <= barTodayMs,
      },
    ]
  } finally {
    ledger.close()
  }
}

/** The day that is traded in the made-up shop: nothing after it can be asked about. */
function lastDay(folder: string): string {
  const ledger = openReadOnly(folder)
  try {
    return ledger.openShift()?.businessDay ?? day.to
  } finally {
    ledger.close()
  }
}

async function run(): Promise<readonly Row[]> {
  return withFolder(async (folder) => {
    generateLedger(folder, { items, tickets, ticketsPerDay })
    const year = { from: day.from, to: lastDay(folder) }
    const one = await asked(folder, day)
    const times: number[] = []
    for (let n = 0; n < runs; n++) times.push(await asked(folder, year))
    const small = await reported(folder, day)
    const whole = await reported(folder, year)
    return [
      {
        figure: `report of a season, ${whole.tickets.toLocaleString('en')} tickets, from asking to its figures`,
        bar: `≤ ${barMs / 1000} s`,
        median: median(times),
        p95: null,
        unit: 'ms',
        yardstick: `${Math.round(one)} ms, of a day of ${small.tickets} tickets`,
        met: median(times) <= barMs,
      },
      {
        figure: 'memory of the process that reports the season, at its peak',
        bar: `≤ ${flatMb} MB more than of a day`,
        median: whole.peakMb,
        p95: null,
        unit: 'MB',
        yardstick: `${Math.round(small.peakMb)} MB, of a day`,
        ratio: whole.peakMb / small.peakMb,
        met: whole.peakMb - small.peakMb <= flatMb,
      },
      ...(await meanwhile(folder, year)),
    ]
  })
}

export const figure: Figure = {
  name: 'report',
  bar: '100,000 tickets ≤ 4 s, memory flat, selling unchanged; today ≤ 20 ms',
  run,
}
