import { join } from 'node:path'
import Database from 'better-sqlite3'
import { openLedger } from '#electron/ledger/open.ts'
import type { Ledger } from '#electron/ledger/write-ledger.ts'
import { systemClock } from '#electron/platform/clock.ts'
import type { Fact } from '#shared/checkout/fact.ts'
import { canonicalJson } from '#shared/kernel/canonical-json.ts'
import type { PaperRequest } from '#shared/kernel/paper-kinds.ts'
import { withFolder } from '#test/harness/bench-folder.ts'
import { saleFacts } from '#test/harness/ledger-facts.ts'
import { generateLedger } from '#test/harness/ledger-generator.ts'
import { demoItem } from '#test/harness/made-up-shop.ts'
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

/** Rings up three lines and charges a card; the commit measured is the one that makes the sale final. */
function cardSale(ledger: Ledger, n: number) {
  const shift = ledger.openShift()
  if (shift === null) throw new Error('the bench shop is open')
  const { steps } = saleFacts({
    n: 1_000_000 + n,
    number: ledger.nextTicketNumber(),
    shiftId: shift.shiftId,
    businessDay: shift.businessDay,
    // Every fifth item is one of a kind; the others can be sold again and again.
    items: [5 * n, 5 * n + 1, 5 * n + 2].map((at) => demoItem(at % items)),
    tender: 'card',
    terminalSequence: ledger.nextTerminalSequence(),
  })
  const final = steps.findIndex(({ facts }) => facts.some(({ kind }) => kind === 'saleCompleted'))
  for (const { facts, forwards } of steps.slice(0, final))
    ledger.append(facts, 'amina', systemClock.now(), forwards)
  const commit = steps[final]
  if (commit === undefined) throw new Error('a sale ends')
  return commit
}

/** A sale is durable together with the job of its receipt. */
function receiptOf(facts: readonly Fact[]): PaperRequest {
  const sold = facts.find((fact) => fact.kind === 'saleCompleted')
  if (sold === undefined) throw new Error('a sale ends')
  return { kind: 'receipt', ticket: sold.ticket.number }
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
      const { facts, forwards } = cardSale(ledger, n + warmUp)
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
