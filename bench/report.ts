import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { DayReports } from '#electron/books/reports/day-reports.ts'
import { runBookJob } from '#electron/books/run-job.ts'
import { openLedger, openReadOnly } from '#electron/ledger/open.ts'
import type { Ledger } from '#electron/ledger/write-ledger.ts'
import { systemClock } from '#electron/platform/clock.ts'
import { businessDayNow } from '#shared/kernel/stamp.ts'
import { withFolder } from '#test/harness/bench-folder.ts'
import { generateLedger } from '#test/harness/ledger-generator.ts'
import { cardSale, receiptOf } from './card-sale.ts'
import { type Figure, median, p95, type Row, timed } from './figure.ts'
import type { Reported } from './programs/reporting.ts'

/** Of a season. Fewer for a quick look: `HANOUT_BENCH_TICKETS=5000 npm run bench -- report`. */
const tickets = Number(process.env.HANOUT_BENCH_TICKETS ?? 100_000)
const ticketsPerDay = Math.ceil(tickets / 365)
const items = 5000
const runs = 3
const barMs = 4_000
/** What a season may hold more than a day: sums by piece and by day. */
const flatMb = 64
const pauseMs = 20
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

/** Makes one sale. @returns how long its final commit took, ms */
function sellOne(ledger: Ledger, n: number): number {
  const { facts, forwards, at } = cardSale(ledger, n, items)
  return timed(() => ledger.append(facts, 'amina', at, forwards, { prints: [receiptOf(facts)] }))
}

/** Sells until told to stop. */
async function sell(ledger: Ledger, from: number, isOver: (sales: number) => boolean) {
  const commits: number[] = []
  while (!isOver(commits.length)) {
    commits.push(sellOne(ledger, from + commits.length))
    await wait(pauseMs)
  }
  return commits
}

/** Commits of sales while the season is reported, and how soon today's report knows of a sale. */
async function meanwhile(folder: string, year: typeof day): Promise<readonly Row[]> {
  const ledger = openLedger({ folder, clock: systemClock, create: false })
  try {
    await sell(ledger, 0, (sales) => sales === 50)
    const quiet = await sell(ledger, 1_000, (sales) => sales === quietSales)
    const out = join(folder, 'bench-out')
    const now = { utcMs: Date.UTC(2030, 0, 1), offsetMinutes: 60 }
    const beside: number[] = []
    for (let run = 0; run < runs; run++) {
      let over = false
      const job = { kind: 'report', asked: { kind: 'season', ...year } } as const
      const work = runBookJob({ folder, now, out, job }, () => undefined).finally(() => {
        over = true
      })
      beside.push(...(await sell(ledger, 10_000 * (run + 1), () => over)))
      await work
    }
    const ratio = p95(beside) / p95(quiet)
    const today = businessDayNow(ledger.openShift(), now)
    const reports = new DayReports(ledger)
    const askedToday = { kind: 'day', range: { from: today, to: today }, today, now } as const
    const { totals } = await reports.of(askedToday)
    const again: number[] = []
    for (let n = 0; n < 100; n++) {
      sellOne(ledger, 90_000 + n)
      const from = performance.now()
      await reports.of(askedToday)
      again.push(performance.now() - from)
    }
    return [
      {
        figure: `commit of a sale while the season is reported on the same till (${beside.length} sales)`,
        bar: 'p95 ≤ 5 ms, ≤ 1.5 × without',
        median: median(beside),
        p95: p95(beside),
        unit: 'ms',
        yardstick: `${median(quiet).toFixed(2)} ms (p95 ${p95(quiet).toFixed(2)}), the same with the books at rest`,
        ratio,
        met: p95(beside) <= 5 && ratio <= 1.5,
      },
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
