import { mkdirSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { runBackupJob } from '#electron/backup/run-backup-job.ts'
import { ledgerPath, openLedger } from '#electron/ledger/open.ts'
import type { Ledger } from '#electron/ledger/write-ledger.ts'
import { systemClock } from '#electron/platform/clock.ts'
import { withFolder } from '#test/harness/bench-folder.ts'
import { generateLedger } from '#test/harness/ledger-generator.ts'
import { cardSale, receiptOf } from './card-sale.ts'
import { type Figure, median, p95, type Row, timed } from './figure.ts'

const items = 2000
/** `HANOUT_BENCH_TICKETS=1000000 npm run bench -- backup` for a till of many years. */
const tickets = Number(process.env.HANOUT_BENCH_TICKETS ?? 20_000)
/** Between two sales: a counter far busier than any, and not one that leaves the disk no rest. */
const restMs = 20
const fewest = 200

/** Sells until it is told to stop, at least so often. @param from number of the first sale @returns ms of each commit */
async function sellUntil(ledger: Ledger, from: number, isOver: () => boolean): Promise<readonly number[]> {
  const commits: number[] = []
  while (commits.length < fewest || !isOver()) {
    const { facts, forwards } = cardSale(ledger, from + commits.length, items)
    const beside = { prints: [receiptOf(facts)] }
    commits.push(timed(() => ledger.append(facts, 'amina', systemClock.now(), forwards, beside)))
    await sleep(restMs)
  }
  return commits
}

async function run(): Promise<readonly Row[]> {
  return withFolder(async (folder) => {
    const till = join(folder, 'till')
    const to = join(folder, 'usb')
    mkdirSync(till)
    mkdirSync(to)
    generateLedger(till, { items, tickets })
    const ledger = openLedger({ folder: till, clock: systemClock, create: false })
    const { size } = await stat(ledgerPath(till))
    const alone = await sellUntil(ledger, 0, () => true)
    let over = false
    const from = performance.now()
    const task = { folder: till, to, passphrase: 'three donkeys and a lamp', shopKey: null }
    const backingUp = runBackupJob(
      { kind: 'make', task: { ...task, madeAt: systemClock.now() } },
      () => undefined,
      new AbortController().signal,
    ).finally(() => {
      over = true
    })
    const beside = await sellUntil(ledger, alone.length, () => over)
    const end = await backingUp
    const seconds = (performance.now() - from) / 1000
    ledger.close()
    if (end?.end !== 'made') throw new Error('no backup was made')
    const megabytes = size / 1e6
    return [
      {
        figure: `commit of a card sale while a ledger of ${Math.round(megabytes)} MB is backed up`,
        bar: 'p95 ≤ 5 ms',
        median: median(beside),
        p95: p95(beside),
        unit: 'ms',
        yardstick: `${median(alone).toFixed(2)} ms (p95 ${p95(alone).toFixed(2)}), no backup under way`,
        ratio: p95(beside) / p95(alone),
        met: p95(beside) <= 5,
      },
      {
        figure: `backup of ${Math.round(megabytes)} MB: copied, packed to ${(end.made.bytes / 1e6).toFixed(1)} MB, sealed, read back`,
        bar: '≥ 10 MB/s',
        median: megabytes / seconds,
        p95: null,
        unit: 'MB/s',
        met: megabytes / seconds >= 10,
      },
    ]
  })
}

export const figure: Figure = { name: 'backup', bar: 'p95 ≤ 5 ms', run }
