import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeFolder } from './make-folder.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hanout-folder-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('it makes what is missing, and twice is as once', () => {
  const deep = join(folder, 'a', 'b', 'c')
  makeFolder(deep)
  makeFolder(deep)
  expect(statSync(deep).isDirectory()).toBe(true)
})

test('a file in the way and a name too long are the system’s errors', () => {
  const file = join(folder, 'file')
  writeFileSync(file, '')
  expect(() => makeFolder(file)).toThrow('EEXIST')
  expect(() => makeFolder(join(file, 'below'))).toThrow('ENOTDIR')
  expect(() => makeFolder(join(folder, 'n'.repeat(300)))).toThrow('ENAMETOOLONG')
})

// In a process of its own: what it must not do is go round for ever.
test('where no folder can be, it says so instead of trying for ever', () => {
  const nowhere = process.platform === 'linux' ? '/proc/nope/till' : join(import.meta.filename, 'till')
  const program = `import { makeFolder } from '${join(import.meta.dirname, 'make-folder.ts')}'; makeFolder(process.argv[1])`
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program, nowhere], {
    timeout: 20_000,
    encoding: 'utf8',
  })
  expect(status).toBe(1)
  expect(stderr).toMatch(/Error: (ENOENT|ENOTDIR|EEXIST)/)
})
