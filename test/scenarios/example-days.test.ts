import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { emptyFolder, replayFile } from './stage/replayed.ts'

const days = join(import.meta.dirname, '../fixtures/days')

test.each(['ordinary', 'rounded'])('the %s day comes out as its own file says', async (name) => {
  const { code, printed, complaint } = await replayFile(join(days, `${name}.jsonl`), emptyFolder())
  expect([code, complaint]).toEqual([0, ''])
  const { chain, ...totals } = printed
  expect(totals).toEqual(JSON.parse(readFileSync(join(days, `${name}.expected.json`), 'utf8')))
  expect(chain).toMatchObject({ valid: true, head: expect.stringMatching(/^[0-9a-f]{64}$/) })
})
