import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import lock from '../../package-lock.json' with { type: 'json' }
import { openDemoShop, ringSale } from '../harness/demo-sale.ts'
import { startHanout } from '../harness/hanout-process.ts'
import { openShell } from '../harness/shell-client.ts'
import { type PackedFile, readAsar } from './asar.ts'
import { packApp } from './pack-app.ts'

let folder: string
let files: readonly PackedFile[]
/** The packed app laid out as Electron shows it to the program. */
let app: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hanout-pack-'))
  const archive = readAsar(await packApp(folder))
  files = archive.files
  app = join(folder, 'app')
  await archive.extract(app)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const paths = (): string[] => files.map((file) => file.path)
/** Names of the packages inside, nested ones too. */
const packages = (): Set<string> =>
  new Set(
    paths().flatMap((path) =>
      [...path.matchAll(/node_modules\/((?:@[^/]+\/)?[^/]+)/g)].map((each) => each[1] as string),
    ),
  )

test('the program, the preload script and the screens are inside', () => {
  expect(paths()).toEqual(
    expect.arrayContaining([
      'package.json',
      'dist/app/main.mjs',
      'dist/app/preload.cjs',
      'dist/app/hanout.mjs',
      'dist/renderer/index.html',
    ]),
  )
})

test('every native library lies outside the archive, for this kind of machine only', () => {
  const natives = files.filter((file) => file.path.endsWith('.node'))
  expect(natives.every((file) => file.unpacked)).toBe(true)
  for (const name of ['better-sqlite3', '@serialport/bindings-cpp', '@napi-rs/canvas']) {
    expect(natives.some((file) => file.path.startsWith(`node_modules/${name}`))).toBe(true)
  }
  expect(natives.filter((file) => /win32|darwin|android/.test(file.path))).toEqual([])
})

test('every production package is inside and no other', () => {
  const inside = packages()
  expect(Object.keys(manifest.dependencies).filter((name) => !inside.has(name))).toEqual([])
  const locked = Object.entries(lock.packages as Record<string, { dev?: boolean }>)
  const production = new Set(
    locked.filter(([, entry]) => entry.dev !== true).map(([path]) => path.split('node_modules/').at(-1)),
  )
  expect([...inside].filter((name) => !production.has(name))).toEqual([])
})

test('nothing is inside that a shop has no use for', () => {
  const strange = paths().filter(
    (path) => !/^(dist\/(app|renderer)|node_modules)\/|^package\.json$/.test(path),
  )
  expect(strange).toEqual([])
  const useless =
    /\.(tsx?|map|gyp|cc|cpp|h|db|pem|key|log)$|\.test\.|(^|\/)(\.env|\.git|\.npmrc|\.stamp)|(^|\/)tests?\//
  expect(paths().filter((path) => useless.test(path))).toEqual([])
})

test('the whole is of a size that a shop’s line can fetch', () => {
  const megabytes = files.reduce((sum, file) => sum + file.size, 0) / 1_000_000
  expect(megabytes).toBeGreaterThan(20)
  expect(megabytes).toBeLessThan(90)
})

test('the packed till rings sales, and its ledger holds', async () => {
  const program = join(app, 'dist', 'app', 'hanout.mjs')
  const data = join(folder, 'data')
  const served = startHanout(['serve', '--data', data, '--no-open'], program)
  const shell = await openShell(await served.address())
  await openDemoShop(shell.client)
  const cash = await ringSale(shell.client, ['LEA-01', 'LEA-02'], 'cash')
  expect(cash.ticket).toMatchObject({ number: 1, gross: 40_000, tenders: [{ kind: 'cash' }] })
  const card = await ringSale(shell.client, ['RUG-10'], 'card')
  expect(card.ticket).toMatchObject({ number: 2, gross: 48_000, tenders: [{ kind: 'card' }] })
  const picture = await shell.client.papers.picture({ kind: 'receipt', ticket: 1 })
  expect(picture.ok && Buffer.from(picture.value.png, 'base64').subarray(1, 4).toString()).toBe('PNG')
  await shell.close()
  expect(await served.stop()).toBe(0)
  expect(served.complaint()).toBe('')
  const verify = startHanout(['verify', '--data', data], program)
  expect([await verify.ended(), verify.complaint()]).toEqual([0, ''])
})
