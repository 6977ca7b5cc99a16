import { readdirSync } from 'node:fs'
import { enableCompileCache } from 'node:module'
import { cpus, release, totalmem, type } from 'node:os'
import { join } from 'node:path'
import type { Figure, Row } from './figure.ts'

// `npm run bench` runs every figure, `npm run bench -- commit verify` those named.

// As bin/hanout.mjs does: processes that the till starts begin with what was compiled before.
enableCompileCache(join(import.meta.dirname, '..', 'node_modules', '.cache', 'hanout'))

const notFigures = new Set(['figure.ts', 'run.ts'])

async function figures(): Promise<readonly Figure[]> {
  const files = readdirSync(import.meta.dirname)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !notFigures.has(file))
    .sort()
  const modules = await Promise.all(files.map((file) => import(`./${file}`) as Promise<{ figure?: Figure }>))
  return modules.flatMap(({ figure }) => (figure === undefined ? [] : [figure]))
}

const short = (value: number): string =>
  value >= 1000 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3)))

const cells = (row: Row): readonly string[] => [
  row.figure,
  row.bar,
  `${short(row.median)} ${row.unit}`,
  row.p95 === null ? '' : `${short(row.p95)} ${row.unit}`,
  row.yardstick ?? '',
  row.ratio === undefined ? '' : `${short(row.ratio)} ×`,
  row.met ? 'met' : 'MISSED',
]

const line = (columns: readonly string[]): string => `| ${columns.join(' | ')} |`

// A gigabyte of made-up shop must not stay behind.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130))

const wanted = process.argv.slice(2)
const all = await figures()
const unknown = wanted.filter((name) => !all.some((figure) => figure.name === name))
if (unknown.length > 0) {
  process.stderr.write(
    `no figure ${unknown.join(', ')}; there are ${all.map(({ name }) => name).join(', ')}\n`,
  )
  process.exit(2)
}

const { model } = cpus()[0] ?? { model: 'unknown processor' }
process.stdout.write(
  `${cpus().length} × ${model}, ${Math.round(totalmem() / 2 ** 30)} GB, ${type()} ${release()}, Node ${process.version}\n\n`,
)
process.stdout.write(`${line(['figure', 'bar', 'median', 'p95', 'yardstick', 'ratio', ''])}\n`)
process.stdout.write(`${line(Array(7).fill('---'))}\n`)
for (const figure of all) {
  if (wanted.length > 0 && !wanted.includes(figure.name)) continue
  for (const row of await figure.run()) {
    process.stdout.write(`${line(cells(row))}\n`)
    if (!row.met) process.exitCode = 1
  }
}
