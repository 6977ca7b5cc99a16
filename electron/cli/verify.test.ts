import { expect, test, vi } from 'vitest'
import { byHand, live, testFolder, testLedger } from '#test/harness/ledger-folder.ts'
import { runVerify } from './verify.ts'

async function said(data: string, json = false): Promise<{ code: number; text: string }> {
  let text = ''
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    text += chunk
    return true
  })
  try {
    return { code: await runVerify({ data, json }), text }
  } finally {
    write.mockRestore()
  }
}

test('a whole ledger: one sentence and zero', async () => {
  const folder = testFolder()
  const ledger = testLedger(folder)
  live(ledger, { items: 10, tickets: 3 })
  const { code, text } = await said(folder)
  expect(code).toBe(0)
  expect(text).toBe(
    `The ledger is whole: ${ledger.head()?.seq} entries, tickets up to number 3, newest hash ${ledger.head()?.hash.slice(0, 12)}.\n`,
  )
  expect(JSON.parse((await said(folder, true)).text)).toMatchObject({ ok: true, tickets: 3, problems: [] })
})

test('a row changed by hand: that row and one', async () => {
  const folder = testFolder()
  const ledger = testLedger(folder)
  live(ledger, { items: 10, tickets: 3 })
  ledger.close()
  byHand(folder, (db) => db.exec('UPDATE tickets SET gross = 1 WHERE number = 2'))
  const { code, text } = await said(folder)
  expect(code).toBe(1)
  expect(text).toMatch(
    /^The ledger is not whole\. First wrong row: tickets, number 2: gross is 1, the journal says \d+\.\n$/,
  )
})

test('no ledger: what to do and two', async () => {
  const folder = testFolder()
  const { code, text } = await said(folder)
  expect(code).toBe(2)
  expect(text).toMatch(/there is no ledger in .*restore the last backup/)
  expect(JSON.parse((await said(folder, true)).text)).toMatchObject({ ok: false, refused: 'missing' })
})
