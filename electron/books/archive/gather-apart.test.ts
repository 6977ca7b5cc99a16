import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { gatherApart } from './gather-apart.ts'

test('a thread that finds no ledger says so', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hanout-gathered-'))
  const { gathered, end } = gatherApart({ path: join(folder, 'ledger.db'), first: 1, last: 1 })
  try {
    await expect(gathered).rejects.toThrow('unable to open')
  } finally {
    await end()
    rmSync(folder, { recursive: true })
  }
})

test('one that is ended does not leave anybody waiting', async () => {
  const { gathered, end } = gatherApart({ path: tmpdir(), first: 1, last: 1 })
  await end()
  await expect(gathered).rejects.toThrow()
})
