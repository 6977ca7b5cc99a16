import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { nodeTools } from '#electron/cli/archive-tools.ts'
import type { ShopKey } from '#electron/platform/shop-key.ts'
import { verifyArchive } from '#shared/archive/verify-archive.ts'
import { archiveOf, strangersKey } from '#test/harness/archive-forger.ts'
import { forgeries, strangersArchive } from '#test/harness/archive-forgeries.ts'
import { tradeDays } from '#test/harness/traded-months.ts'

let archive: Buffer
let key: ShopKey

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hanout-forged-'))
  key = strangersKey()
  tradeDays(folder, { days: ['2026-10-30', '2026-11-02', '2026-11-03', '2026-12-01'], key })
  archive = await archiveOf(folder, { from: '2026-11-01', to: '2026-11-30' }, key)
  rmSync(folder, { recursive: true })
})

const check = (bytes: Uint8Array, due: string | null = null) => verifyArchive(bytes, nodeTools, { key: due })

test('as it was made it is whole, and everything was looked at', async () => {
  const { finding, checked, manifest, unsignedClosings } = await check(archive, key.publicKey)
  expect(finding).toBeNull()
  expect(unsignedClosings).toBe(0)
  expect(checked.map((each) => each.check)).toEqual([
    'container',
    'signature',
    'files',
    'chain',
    'tickets',
    'tables',
    'closings',
  ])
  expect(manifest?.complete).toBe(true)
})

describe('tampering is named', () => {
  test.each(forgeries.map((forgery) => [forgery.name, forgery] as const))('%s', async (_name, forgery) => {
    const { finding } = await check(await forgery.forge(archive, key))
    expect(finding?.code).toBe(forgery.code)
    if (forgery.file !== undefined) expect(finding?.file).toBe(forgery.file)
    if (forgery.at !== undefined) expect(finding?.at).toMatch(forgery.at)
    if (forgery.field !== undefined) expect(finding?.field).toBe(forgery.field)
  })

  test('somebody else’s signature is somebody else’s', async () => {
    const stranger = await strangersArchive(archive)
    expect((await check(stranger.bytes, key.publicKey)).finding).toMatchObject({
      code: 'foreignKey',
      said: stranger.key.publicKey,
      due: key.publicKey,
    })
  })
})

test('no flip of one bit of any byte ever passes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(archive.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
      const changed = Buffer.from(archive)
      changed.writeUInt8(changed.readUInt8(at) ^ flip, at)
      expect((await check(changed)).finding).not.toBeNull()
    }),
    { numRuns: 300 },
  )
}, 60_000)

test('nor any flip outside the packed files, byte by byte', async () => {
  // Headers, manifest, signature and directory: all that lies behind the last packed file.
  const from = archive.lastIndexOf('closings.jsonl', archive.indexOf('"hanout-archive"'))
  for (let at = from; at < archive.length; at += 13) {
    const changed = Buffer.from(archive)
    changed.writeUInt8(changed.readUInt8(at) ^ 0x20, at)
    const { finding } = await check(changed)
    expect(finding, `byte ${at}`).not.toBeNull()
  }
}, 60_000)
