import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** House rules no tool has a rule for: sizes, names, purity of `shared`, and what must not be written down. */
const rooms = ['shared', 'drivers', 'electron', 'renderer', 'test', 'bench', 'scripts', 'bin']
const sources = rooms
  .flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' }).map(
      (path) => `${room}/${path.replaceAll('\\', '/')}`,
    ),
  )
  .filter((path) => /\.(ts|tsx|mjs|css)$/.test(path))
  .filter((path) => !path.startsWith('test/fixtures/') && !path.includes('/node_modules/'))

const text = (path: string): string => readFileSync(path, 'utf8')
const lines = (path: string): number => text(path).split('\n').length - 1
const percentile = (sorted: number[], p: number): number => sorted[Math.floor((sorted.length - 1) * p)] ?? 0

/** Wall clock and chance: injected, never reached for. */
const impure = /\bDate\.now\(|new Date\(\)|Math\.random\(|performance\.now\(|setTimeout\(/

test('no source is longer than 300 lines, tables aside', () => {
  expect(sources.filter((path) => !path.endsWith('.data.ts') && lines(path) > 300)).toEqual([])
})

test('files stay small: median at most 120 lines, nine in ten under 300', () => {
  const sizes = sources
    .filter((path) => !path.endsWith('.data.ts'))
    .map(lines)
    .sort((a, b) => a - b)
  expect(percentile(sizes, 0.5)).toBeLessThanOrEqual(120)
  expect(percentile(sizes, 0.9)).toBeLessThan(300)
})

test('nothing is named after what it is not', () => {
  expect(
    sources.filter((path) => /(^|[/.-])(utils?|helpers?|common|misc|service|manager)([/.-]|$)/i.test(path)),
  ).toEqual([])
})

test('shared/ reads no clock and rolls no dice', () => {
  const pure = sources.filter((path) => path.startsWith('shared/') && !path.includes('.test.'))
  expect(pure.filter((path) => impure.test(text(path)))).toEqual([])
  expect(impure.test('const at = Date.now()')).toBe(true)
})

test('nothing is left over', () => {
  const left = /\b(TODO|FIXME|XXX)\b|@ts-ignore|@ts-nocheck/
  const own = 'test/architecture/house.test.ts'
  expect(sources.filter((path) => path !== own && left.test(text(path)))).toEqual([])
})
