import { fork } from 'node:child_process'
import { join } from 'node:path'
import { withFolder } from '#test/harness/bench-folder.ts'
import { generateLedger } from '#test/harness/ledger-generator.ts'
import { type Figure, median, p95, type Row } from './figure.ts'

const items = 100_000
const tickets = 200_000
const runs = 10
const program = join(import.meta.dirname, 'programs', 'open-ledger.ts')

interface Started {
  readonly readyMs: number
  readonly rssMegabytes: number
}

function start(folder: string): Promise<Started> {
  const from = performance.now()
  const till = fork(program, [folder])
  return new Promise((resolve, reject) => {
    let readyMs = 0
    let rssMegabytes = 0
    till.on('message', (said: 'ready' | { rssBytes: number }) => {
      if (said === 'ready') readyMs = performance.now() - from
      else {
        rssMegabytes = said.rssBytes / 1e6
        till.send('enough')
      }
    })
    till.once('error', reject)
    till.once('exit', (code) =>
      code === 0 ? resolve({ readyMs, rssMegabytes }) : reject(new Error(`the till ended with ${code}`)),
    )
  })
}

async function run(): Promise<readonly Row[]> {
  return withFolder(async (folder) => {
    generateLedger(folder, { items, tickets, mostLines: 3 })
    const starts: Started[] = []
    for (let i = 0; i < runs; i++) starts.push(await start(folder))
    const ready = starts.map(({ readyMs }) => readyMs / 1000)
    const memory = starts.map(({ rssMegabytes }) => rssMegabytes)
    const shop = '100,000 items and 200,000 past tickets'
    return [
      {
        figure: `process start → ledger ready, ${shop}`,
        bar: '≤ 1.0 s',
        median: median(ready),
        p95: p95(ready),
        unit: 's',
        met: p95(ready) <= 1,
      },
      {
        figure: 'memory of that process',
        bar: '≤ 200 MB',
        median: median(memory),
        p95: p95(memory),
        unit: 'MB',
        met: p95(memory) <= 200,
      },
    ]
  })
}

export const figure: Figure = { name: 'start', bar: '≤ 1.0 s, ≤ 200 MB', run }
