import { fork } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { withFolder } from '#test/harness/bench-folder.ts'
import { applyInBulk } from '#test/harness/ledger-bulk.ts'
import { cardTakings } from '#test/harness/ledger-takings.ts'
import { type Figure, median, p95, type Row } from './figure.ts'
import { type HostWanted, startHost } from './host-process.ts'
import type { Told } from './programs/settling-till.ts'

const movements = 10_000
const runs = 3
const barFreezeSeconds = 1
const barAgreedSeconds = 3
const barUploadSeconds = 60
/** Each answer is on the disk before the next question leaves: no faster than a disk is. */
const barRatio = 1.5
const barBytes = 16_384

const dialects = ['iso87', 'edc'] as const

/** A till's process begins with a ledger of its own, settles once with a host of its own, and ends. */
async function settleOnce(
  folder: string,
  dialect: HostWanted['dialect'],
  agrees: HostWanted['agrees'],
): Promise<Told> {
  const shop = join(folder, 'settling')
  cpSync(join(folder, 'shop'), shop, { recursive: true })
  const host = await startHost({ dialect, agrees, folder: shop })
  try {
    const program = join(import.meta.dirname, 'programs', 'settling-till.ts')
    const till = fork(program, [shop, dialect, String(host.port), String(host.barePort)])
    const [told] = (await Promise.race([
      once(till, 'message'),
      once(till, 'exit').then(([code]) => {
        throw new Error(`the till ended with ${code}`)
      }),
    ])) as [Told]
    const { agreed, net, violations } = await host.books()
    if (agreed !== told.batches || net !== told.net || violations > 0)
      throw new Error(
        `the books differ: ${agreed} batches, ${net} and not ${told.net}, ${violations} violations`,
      )
    return told
  } finally {
    host.close()
    rmSync(shop, { recursive: true })
  }
}

/** What a sum is made of, slow ones and all. */
const mean = (samples: readonly number[]): number =>
  samples.reduce((sum, sample) => sum + sample, 0) / samples.length

const count = movements.toLocaleString('en')
/** What a question costs at the very least: as many bytes there and back, as many on the disk. Mean, ms. */
const bareOf = ({ bareExchangesMs, bareInsertsMs }: Told): number =>
  mean(bareExchangesMs) + mean(bareInsertsMs)

const inBatches = ({ batches }: Told): string => (batches === 1 ? 'one batch' : `${batches} batches`)

function agreedRows(dialect: string, told: readonly Told[]): readonly Row[] {
  const [first] = told
  if (first === undefined) throw new Error('nothing was run')
  const freezes = told.map(({ freezeMs }) => freezeMs)
  const bareFreeze = median(told.map(({ bareFreezeMs }) => bareFreezeMs))
  const seconds = told.map(({ settleMs }) => settleMs / 1_000)
  const bare = (median(told.flatMap(({ bareExchangesMs }) => bareExchangesMs)) * first.batches) / 1_000
  return [
    {
      figure: `${count} card movements frozen, ${inBatches(first)}: ${dialect}`,
      bar: `≤ ${barFreezeSeconds} s`,
      median: median(freezes),
      p95: null,
      unit: 'ms',
      yardstick: `${bareFreeze.toFixed(1)} ms, as many rows of a bare table changed as durably`,
      ratio: median(freezes) / bareFreeze,
      met: Math.max(...freezes) <= barFreezeSeconds * 1_000,
    },
    {
      figure: `and agreed to by the host, line and sign-on included: ${dialect}`,
      bar: `≤ ${barAgreedSeconds} s`,
      median: median(seconds),
      p95: null,
      unit: 's',
      yardstick: `${bare.toFixed(4)} s, as many bare exchanges of as many bytes`,
      ratio: median(seconds) / bare,
      met: Math.max(...seconds) <= barAgreedSeconds,
    },
  ]
}

function uploadRows(dialect: string, told: Told): readonly Row[] {
  const { settleMs, workedMs, questionsMs, bareExchangesMs, bareInsertsMs, grownBytes } = told
  const bareSeconds = (bareOf(told) * questionsMs.length) / 1_000
  const bare = median(bareExchangesMs) + median(bareInsertsMs)
  return [
    {
      figure: `${count} card movements disagreed about, each uploaded, then agreed: ${dialect}`,
      bar: `≤ ${barUploadSeconds} s, or ≤ ${barRatio} × bare`,
      median: settleMs / 1_000,
      p95: null,
      unit: 's',
      yardstick: `${bareSeconds.toFixed(1)} s, as many bare exchanges and bare durable inserts of as many bytes (of it ${(workedMs / 1_000).toFixed(1)} s of processor)`,
      ratio: settleMs / 1_000 / bareSeconds,
      met: settleMs <= Math.max(barUploadSeconds, bareSeconds * barRatio) * 1_000,
    },
    {
      figure: `one question of it, answered and the answer on the disk: ${dialect}`,
      bar: `≤ ${barRatio} × bare`,
      median: median(questionsMs),
      p95: p95(questionsMs),
      unit: 'ms',
      yardstick: `${bare.toFixed(3)} ms, a bare exchange and a bare durable insert (p95 of that ${p95(bareInsertsMs).toFixed(2)})`,
      ratio: median(questionsMs) / bare,
      met: median(questionsMs) <= bare * barRatio,
    },
    {
      figure: `memory of the till’s process at the most meanwhile, for each of ${count} movements: ${dialect}`,
      bar: `≤ ${barBytes / 1_024} KB each`,
      median: grownBytes / movements,
      p95: null,
      unit: 'bytes each',
      met: grownBytes / movements <= barBytes,
    },
  ]
}

async function run(): Promise<readonly Row[]> {
  return withFolder(async (folder) => {
    mkdirSync(join(folder, 'shop'))
    applyInBulk(join(folder, 'shop'), cardTakings(movements))
    const rows: Row[] = []
    for (const dialect of dialects) {
      const agreed: Told[] = []
      for (let n = 0; n < runs; n++) agreed.push(await settleOnce(folder, dialect, 'atOnce'))
      const uploaded = await settleOnce(folder, dialect, 'whenUploaded')
      rows.push(...agreedRows(dialect, agreed), ...uploadRows(dialect, uploaded))
    }
    return rows
  })
}

export const figure: Figure = {
  name: 'settlement',
  bar: `frozen ≤ ${barFreezeSeconds} s, agreed ≤ ${barAgreedSeconds} s, uploaded ≤ ${barUploadSeconds} s`,
  run,
}
