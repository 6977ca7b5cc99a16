import { join } from 'node:path'
import Database from 'better-sqlite3'
import { openLedger } from '#electron/ledger/open.ts'
import { systemClock } from '#electron/platform/clock.ts'
import { canonicalJson } from '#shared/kernel/canonical-json.ts'
import { withFolder } from '#test/harness/bench-folder.ts'
import { generateLedger } from '#test/harness/ledger-generator.ts'
import { cardSale, receiptOf } from './card-sale.ts'
import { type Figure, median, p95, type Row, timed } from './figure.ts'

const items = 5000
const pastTickets = 5000
const warmUp = 50
const samples = 500

/** A bare table with the ledger's own pragmas: what one durable insert costs on this disk, now. */
function bareInsert(folder: string): { insert(bytes: string): void; close(): void } {
  const db = new Database(join(folder, 'bare.db'))
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.exec('CREATE TABLE bare (seq INTEGER PRIMARY KEY, bytes TEXT NOT NULL) STRICT')
  const insert = db.prepare<[string]>('INSERT INTO bare (bytes) VALUES (?)')
  return { insert: (bytes) => void insert.run(bytes), close: () => void db.close() }
}

async function run(): Promise<readonly Row[]> {
  return withFolder((folder) => {
    generateLedger(folder, { items, tickets: pastTickets })
    const ledger = openLedger({ folder, clock: systemClock, create: false })
    const bare = bareInsert(folder)
    const commits: number[] = []
    const bares: number[] = []
    // One after the other, so that both meet the same disk.
    for (let n = -warmUp; n < samples; n++) {
      const { facts, forwards } = cardSale(ledger, n + warmUp, items)
      const bytes = canonicalJson([facts, forwards])
      const at = systemClock.now()
      const beside = { prints: [receiptOf(facts)] }
      const commit = timed(() => ledger.append(facts, 'amina', at, forwards, beside))
      const yard = timed(() => bare.insert(bytes))
      if (n < 0) continue
      commits.push(commit)
      bares.push(yard)
    }
    bare.close()
    ledger.close()
    const ratio = median(commits) / median(bares)
    return [
      {
        figure: 'commit of a three-line card sale (journal + projections + outbox + print job, durable)',
        bar: figure.bar,
        median: median(commits),
        p95: p95(commits),
        unit: 'ms',
        yardstick: `${median(bares).toFixed(3)} ms (p95 ${p95(bares).toFixed(2)}), one bare durable insert of the same bytes`,
        ratio,
        met: p95(commits) <= 5 && ratio <= 4,
      },
    ]
  })
}

export const figure: Figure = {
  name: 'commit',
  bar: 'p95 ≤ 5 ms, ≤ 4 × one bare durable insert',
  run,
}
