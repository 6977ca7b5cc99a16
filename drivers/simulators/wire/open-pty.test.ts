import { existsSync, lstatSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { serialTransport } from '#drivers/transport/serial.node.ts'
import type { Link } from '#drivers/transport/transport.ts'
import { openPty } from './open-pty.node.ts'

test('a device that vanished has no name until it is back: its number may be another device’s by then', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hanout-pty-'))
  const linkPath = join(folder, 'terminal')
  const accepted: Link[] = []
  const line = await openPty({ linkPath, awayMs: 400 }, (link) => accepted.push(link))
  onTestFinished(async () => {
    await line.close()
    rmSync(folder, { recursive: true })
  })
  expect(existsSync(linkPath)).toBe(true)
  await accepted[0]?.close()
  // Not only a name that leads nowhere: tomorrow it would lead somewhere.
  expect(lstatSync(linkPath, { throwIfNoEntry: false })).toBeUndefined()
  await expect(serialTransport({ path: linkPath, baud: 9_600 }).open()).rejects.toMatchObject({
    code: 'notFound',
  })
  await expect.poll(() => accepted.length, { timeout: 5_000 }).toBe(2)
  const back = await serialTransport({ path: linkPath, baud: 9_600 }).open()
  await back.close()
})
