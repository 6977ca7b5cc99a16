import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fetchElectron, findDesktopRuntime } from './desktop-runtime.ts'

let root: string
let folder: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'hanout-runtime-'))
  folder = join(root, 'node_modules', 'electron')
  mkdirSync(join(folder, 'dist'), { recursive: true })
})
afterEach(() => rmSync(root, { recursive: true }))

const installer = (source: string) => writeFileSync(join(folder, 'install.js'), source)
const install =
  "require('fs').writeFileSync(__dirname + '/dist/electron', ''); require('fs').writeFileSync(__dirname + '/path.txt', 'electron')"
const find = (env: Record<string, string>, isRoot = false, platform: NodeJS.Platform = 'linux') =>
  findDesktopRuntime({ root, platform, env, isRoot, fetchMs: 20_000 })

test('a runtime that is there is used, one that can be fetched is fetched once', async () => {
  installer(install)
  const program = join(folder, 'dist', 'electron')
  expect(await find({ DISPLAY: ':0' })).toEqual({ ok: true, program })
  installer('process.exit(1)')
  expect(await find({ WAYLAND_DISPLAY: 'wayland-0' })).toEqual({ ok: true, program })
})

test('nothing is fetched where nobody would see the window', async () => {
  installer(install)
  expect(await find({})).toEqual({ ok: false, why: 'this machine has no display' })
  expect(await find({ DISPLAY: ':0', CI: 'true' })).toMatchObject({ ok: false })
  expect(await find({ DISPLAY: ':0' }, true)).toEqual({
    ok: false,
    why: 'the desktop shell does not run as root',
  })
  expect(await find({}, false, 'darwin')).toMatchObject({ ok: true })
})

test('an installer that fails, or lies, or does not come to an end, is told as one reason', async () => {
  installer('process.exit(1)')
  const why = 'the desktop runtime could not be fetched'
  expect(await fetchElectron(root, 20_000)).toEqual({ ok: false, why })
  installer('')
  expect(await fetchElectron(root, 20_000)).toEqual({ ok: false, why })
  installer('setInterval(() => {}, 1000)')
  expect(await fetchElectron(root, 300)).toEqual({ ok: false, why: `${why} within 0 seconds` })
})
