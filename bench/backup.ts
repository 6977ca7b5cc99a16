import { mkdirSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { runBackupJob } from '#electron/backup/run-backup-job.ts'
import { ledgerPath, openLedger } from '#electron/ledger/open.ts'
import { systemClock } from '#electron/platform/clock.ts'
import { withFolder } from '#test/harness/bench-folder.ts'
import { generateLedger } from '#test/harness/ledger-generator.ts'
import type { Figure, Row } from './figure.ts'
import { besideRow, sell, sellBeside } from './selling.ts'

const items = 2000
/** `HANOUT_BENCH_TICKETS=1000000 npm run bench -- backup` for a till of many years. */
const tickets = Number(process.env.HANOUT_BENCH_TICKETS ?? 20_000)
const fewest = 200

async function run(): Promise<readonly Row[]> {
  return withFolder(async (folder) => {
    const till = join(folder, 'till')
    const to = join(folder, 'usb')
    mkdirSync(till)
    mkdirSync(to)
    generateLedger(till, { items, tickets })
    const ledger = openLedger({ folder: till, clock: systemClock, create: false })
    const { size } = await stat(ledgerPath(till))
    const alone = await sell(ledger, 0, items, (sales) => sales === fewest)
    const from = performance.now()
    let seconds = 0
    const task = { folder: till, to, passphrase: 'three donkeys and a lamp', shopKey: null }
    const backingUp = runBackupJob(
      { kind: 'make', task: { ...task, madeAt: systemClock.now() } },
      () => undefined,
      new AbortController().signal,
    ).finally(() => {
      seconds = (performance.now() - from) / 1000
    })
    const { commits: beside, answer: end } = await sellBeside(ledger, fewest, items, backingUp, fewest)
    ledger.close()
    if (end?.end !== 'made') throw new Error('no backup was made')
    const megabytes = size / 1e6
    return [
      besideRow(`commit of a sale while a ledger of ${Math.round(megabytes)} MB is backed up`, beside, alone),
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
