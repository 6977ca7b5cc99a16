import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Built, ensureBuilt } from './built.ts'

let root: string
const said: string[] = []
const say = (line: string): void => void said.push(line)
const built: Built = {
  folder: 'dist/made',
  sources: ['source', 'settings.json'],
  command: (folder) => ['make.mjs', folder],
  sentence: 'making it',
}

beforeEach(() => {
  said.length = 0
  root = mkdtempSync(join(tmpdir(), 'hanout-built-'))
  mkdirSync(join(root, 'source'))
  writeFileSync(join(root, 'source', 'a.ts'), 'one')
  writeFileSync(
    join(root, 'make.mjs'),
    "import { readFileSync, writeFileSync } from 'node:fs'\nwriteFileSync(process.argv[2] + '/a.js', readFileSync('source/a.ts'))",
  )
})
afterEach(() => rmSync(root, { recursive: true }))

const made = () => readFileSync(join(root, 'dist', 'made', 'a.js'), 'utf8')

test('it is made once, and again only when its sources changed', async () => {
  await ensureBuilt(root, built, say)
  await ensureBuilt(root, built, say)
  writeFileSync(join(root, 'source', 'a.test.ts'), 'tests do not count')
  await ensureBuilt(root, built, say)
  expect(said).toEqual(['making it'])
  writeFileSync(join(root, 'source', 'a.ts'), 'two')
  await ensureBuilt(root, built, say)
  expect([said.length, made()]).toEqual([2, 'two'])
})

test('two starts at once leave one whole result', async () => {
  await Promise.all([ensureBuilt(root, built, say), ensureBuilt(root, built, say)])
  expect(made()).toBe('one')
  expect(readdirSync(join(root, 'dist'))).toEqual(['made'])
})

test('sources that do not build leave what was there, and say so in a sentence', async () => {
  await ensureBuilt(root, built, say)
  writeFileSync(join(root, 'make.mjs'), "throw new Error('no such thing')")
  writeFileSync(join(root, 'source', 'a.ts'), 'three')
  await expect(ensureBuilt(root, built, say)).rejects.toThrow(/^the sources do not build: .*no such thing/)
  expect([made(), readdirSync(join(root, 'dist'))]).toEqual(['one', ['made']])
})

test('a packed program without sources uses what it brought', async () => {
  rmSync(join(root, 'source'), { recursive: true })
  await ensureBuilt(root, built, say)
  expect(said).toEqual([])
})
