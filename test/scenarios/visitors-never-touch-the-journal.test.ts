import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openReadOnly } from '#electron/ledger/open.ts'
import { verifyLedger } from '#electron/ledger/verify/verify.ts'
import { serveTill } from '#electron/serve.ts'
import { openTill } from '#electron/till.ts'
import type { Till } from '#electron/till-parts.ts'
import { demoShop } from '#shared/catalogue/demo-shop.data.ts'
import type { CommandInput } from '#shared/contract/command-schema.ts'
import { must, openDemoShop } from '../harness/demo-sale.ts'
import { type Connected, openShell, type TillClient } from '../harness/shell-client.ts'
import { filesOf } from './stage/files-of.ts'
import { talkativeLog } from './stage/talkative-log.ts'

/** Each part told apart from everything else in the shop, and from the others. */
const visitor = {
  name: 'Wilhelmina Quistgaard',
  nationality: 'DK',
  residence: 'SE',
  passport: 'ZQ7734918',
  address: 'Kvarngatan 4477, Ystad',
  bank: 'SE4550000000058398257466',
}
const told = [visitor.name, visitor.passport, visitor.address, visitor.bank]
const toldIn = (text: string): readonly string[] => told.filter((part) => text.includes(part))

let folder: string
let logged: string[]
let running: { till: Till; shell: Connected; stop(): Promise<void> } | null = null

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hanout-visitors-'))
  logged = []
})
afterEach(async () => {
  await running?.stop()
  rmSync(folder, { recursive: true })
})

async function start(): Promise<TillClient> {
  const log = talkativeLog(folder, logged)
  const till = await openTill({ folder, log })
  const served = await serveTill(till, { log, rendererFolder: folder })
  const shell = await openShell(served.newAddress())
  running = {
    till,
    shell,
    async stop() {
      running = null
      await served.close()
      await till.close()
    },
  }
  return shell.client
}

/** The demo shop, one that offers tax-refund forms. */
async function openShop(client: TillClient): Promise<void> {
  await openDemoShop(client)
  const { settings } = demoShop
  await must(client, { type: 'configure', settings: { ...settings, exportForms: { operator: '' } } })
}

/** A sale dear enough for a form, the first of the till, and its form. */
async function askForForm(client: TillClient): Promise<void> {
  await must(client, { type: 'scan', code: 'LEA-01', quantity: 20 })
  await must(client, { type: 'payCash', given: 1_000_000 })
  await must(client, { type: 'issueExportForm', ticket: 1, visitor })
}

async function formOut(client: TillClient, form: number): Promise<void> {
  const ended = async () =>
    (await client.papers.jobs()).find(({ paper }) => paper.kind === 'exportForm' && paper.form === form)
      ?.state
  await expect.poll(ended, { timeout: 10_000 }).toBe('done')
}

test('who an export form is for is on their paper and in one table; in no log, journal, queue or message about jobs', async () => {
  const client = await start()
  await openShop(client)
  await askForForm(client)
  await formOut(client, 1)

  // Said wrongly, refused, voided and said again: none of it is repeated to anybody.
  const bad = { type: 'issueExportForm', ticket: 1, visitor: { ...visitor, residence: 'MA' } } as CommandInput
  await expect(client.counter.send(bad)).rejects.toThrow()
  expect(await client.counter.send({ type: 'issueExportForm', ticket: 1, visitor })).toMatchObject({
    refusal: { code: 'exportFormStands' },
  })
  const page = await client.papers.page({ kind: 'exportForm', form: 1 })
  expect(page.ok && toldIn(page.value.html)).toEqual(told)

  const seen = [
    JSON.stringify(await client.papers.jobs()),
    JSON.stringify(await client.tickets.get({ number: 1 })),
    JSON.stringify(await client.counter.get()),
    JSON.stringify(await client.tickets.list({ text: visitor.name, before: null, limit: 10 })),
  ]
  for (const text of [...seen, ...logged]) expect(toldIn(text)).toEqual([])
  const files = filesOf(folder)
  expect(toldIn(`${files.get('ledger.db')}${files.get('ledger.db-wal')}`)).toEqual(told)
  for (const [name, text] of files) if (!name.startsWith('ledger.db')) expect(toldIn(text), name).toEqual([])
  const ledger = openReadOnly(folder)
  const journal = JSON.stringify([...ledger.entriesAfter(0)])
  ledger.close()
  expect(journal).toContain('exportFormIssued')
  expect(toldIn(journal)).toEqual([])
}, 60_000)

test('forgotten, a visitor is in no file of the till', async () => {
  const client = await start()
  await openShop(client)
  await askForForm(client)
  await formOut(client, 1)
  await must(client, { type: 'forgetVisitor', form: 1 })
  for (const [name, text] of filesOf(folder)) expect(toldIn(text), name).toEqual([])
  await must(client, { type: 'printPaper', paper: { kind: 'exportForm', form: 1 } })
  const page = await client.papers.page({ kind: 'exportForm', form: 1 })
  expect(page.ok && toldIn(page.value.html)).toEqual([])
  await running?.stop()
  expect(verifyLedger(folder).problems).toEqual([])
}, 60_000)

test('whom somebody practised with is gone with the practice, also where the power went first', async () => {
  let client = await start()
  await openShop(client)
  await must(client, { type: 'setTraining', on: true })
  await askForForm(client)
  const practising = filesOf(folder)
  expect(toldIn(`${practising.get('training.db')}${practising.get('training.db-wal')}`)).toEqual(told)
  // As a power cut leaves them.
  const left = ['training.db', 'training.db-wal'].map((name) => [name, practising.get(name) ?? ''] as const)
  await running?.stop()
  for (const [name, text] of left) appendFileSync(join(folder, name), text, 'latin1')
  client = await start()
  for (const [name, text] of filesOf(folder)) expect(toldIn(text), name).toEqual([])
}, 60_000)
