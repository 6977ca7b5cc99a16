import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { withFolder } from '#test/harness/bench-folder.ts'
import { type Figure, median, quantile, type Row } from './figure.ts'
import { startHost } from './host-process.ts'
import type { Ask, Told } from './programs/evening-tills.ts'

const sizes = [100, 1_000, 10_000] as const
/** The last of them, again, not all in the same instant. */
const spreadSeconds = 40
const barRate = 500
const barStormSeconds = 45
const barSpreadMs = 1_000
const barTillBytes = 131_072
const barHostBytes = 32_768

interface Evening extends Readonly<Told['rehearsal']>, Readonly<Told['evening']> {
  /** Of the host's process, all lines open, for each till. */
  readonly hostBytes: number
  /** Processor time the host took for all of them, ms. */
  readonly hostMs: number
}

/** So many tills in one process, one host in another; each begins anew. */
async function eveningOf(folder: string, tills: number, spreadMs: number): Promise<Evening> {
  const books = join(folder, `${tills}-${spreadMs}`)
  mkdirSync(books)
  const host = await startHost({ dialect: 'iso87', agrees: 'atOnce', folder: books })
  const program = join(import.meta.dirname, 'programs', 'evening-tills.ts')
  const many = fork(program, [tills, spreadMs, host.port, host.barePort].map(String))
  const ended = once(many, 'exit')
  async function tell<A extends keyof Told>(ask: A): Promise<Told[A]> {
    many.send(ask satisfies Ask)
    const [told] = await Promise.race([
      once(many, 'message'),
      ended.then(([code]) => {
        throw new Error(`the tills ended with ${code}`)
      }),
    ])
    return told as Told[A]
  }
  try {
    const rehearsal = await tell('rehearsal')
    const [heldBefore, workedBefore] = [await host.held(), await host.worked()]
    const evening = await tell('evening')
    const hostMs = (await host.worked()) - workedBefore
    const hostBytes = ((await host.held()) - heldBefore) / tills
    const { agreed, violations } = await host.books()
    if (agreed !== tills + rehearsal.settled || violations > 0)
      throw new Error(`${agreed} batches agreed to by ${tills} tills, ${violations} violations`)
    many.send('end' satisfies Ask)
    await ended
    return { ...rehearsal, ...evening, hostBytes, hostMs }
  } finally {
    many.kill()
    host.close()
  }
}

const words = (count: number): string => count.toLocaleString('en')
const rateOf = (count: number, ms: number): number => count / (ms / 1_000)
const again = ({ again }: Evening): string =>
  again === 0 ? 'none asked again' : `${words(again)} asked again`

function stormRows(tills: number, evening: Evening): readonly Row[] {
  const { tookMs, wallMs, bareWallMs, hostMs } = evening
  const seconds = tookMs.map((ms) => ms / 1_000)
  const [rate, bare] = [rateOf(tills, wallMs), rateOf(tills, bareWallMs)]
  const ofHost = rateOf(tills, hostMs)
  return [
    {
      figure: `${words(tills)} tills settle in the same instant with one host, for each second of its processor`,
      bar: figure.bar,
      median: ofHost,
      p95: null,
      unit: 'settlements/s',
      yardstick: `${Math.round(rate)}/s by the clock, tills on the same machine; ${Math.round(bare)}/s bare connections with as many bytes`,
      ratio: rate / bare,
      met: ofHost >= barRate,
    },
    {
      figure: `until a till’s is agreed to, p99 ${quantile(seconds, 0.99).toPrecision(3)} s, ${again(evening)}: ${words(tills)} tills`,
      bar: `p99 ≤ ${barStormSeconds} s`,
      median: median(seconds),
      p95: quantile(seconds, 0.95),
      unit: 's',
      yardstick: `${(bareWallMs / 1_000).toPrecision(3)} s until the last of as many bare connections`,
      ratio: wallMs / bareWallMs,
      met: quantile(seconds, 0.99) <= barStormSeconds,
    },
  ]
}

function spreadRow(tills: number, evening: Evening): Row {
  const p99 = quantile(evening.tookMs, 0.99)
  return {
    figure: `the same, spread over ${spreadSeconds} s, all lines kept: p99 ${(p99 / 1_000).toPrecision(3)} s, ${again(evening)}`,
    bar: `p99 ≤ ${barSpreadMs} ms`,
    median: median(evening.tookMs),
    p95: quantile(evening.tookMs, 0.95),
    unit: 'ms',
    yardstick: `${words(tills / spreadSeconds)} tills begin each second`,
    met: p99 <= barSpreadMs,
  }
}

function memoryRow(tills: number, { heldBytes, hostBytes }: Evening): Row {
  return {
    figure: `memory of a till’s line, the host’s end and books beside it: ${words(tills)} tills`,
    bar: `≤ ${barTillBytes / 1_024} KB each, ≤ ${barHostBytes / 1_024} KB at the host`,
    median: heldBytes,
    p95: null,
    unit: 'bytes each',
    yardstick: `${Math.round(hostBytes).toLocaleString('en')} bytes each at the host`,
    met: heldBytes <= barTillBytes && hostBytes <= barHostBytes,
  }
}

async function run(): Promise<readonly Row[]> {
  return withFolder(async (folder) => {
    const rows: Row[] = []
    for (const tills of sizes) rows.push(...stormRows(tills, await eveningOf(folder, tills, 0)))
    const most = Math.max(...sizes)
    const spread = await eveningOf(folder, most, spreadSeconds * 1_000)
    return [...rows, spreadRow(most, spread), memoryRow(most, spread)]
  })
}

export const figure: Figure = {
  name: 'evening',
  bar: `≥ ${barRate} settlements/s`,
  run,
}
