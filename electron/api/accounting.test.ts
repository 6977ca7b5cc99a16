import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { expect, test } from 'vitest'
import type { BookJob } from '#electron/books/jobs.ts'
import { silentLog } from '#electron/platform/log.ts'
import { unsetAccounting } from '#shared/books/accounting/accounting-settings.ts'
import { ok } from '#shared/kernel/result.ts'
import { fakeTill } from '#test/harness/fake-till.ts'
import { testFolder } from '#test/harness/ledger-folder.ts'
import { refusalOf } from '#test/harness/refusal-of.ts'
import { router } from './router.ts'
import { openSession } from './session.ts'

/** The demo shop on a folder of its own; the books write down what they are asked. */
async function openDemo(person: 'hassan' | 'amina' | null = 'hassan') {
  const folder = testFolder()
  const asked: BookJob[] = []
  const fake = fakeTill()
  const preview = { entries: [], openShifts: 1, text: [], replaced: 0, cut: 0 }
  const run = async (job: BookJob) => {
    asked.push(job)
    return ok({ kind: 'value', value: preview } as const)
  }
  const till = { ...fake.till, folder, books: { ...fake.till.books, run } }
  const client = createRouterClient(router, {
    context: { till, session: openSession(till, () => 0), log: silentLog },
  })
  await client.house.startDemo()
  if (person !== null) await client.house.unlock({ person, pin: '1234' })
  return { client, asked, folder, preview }
}

const settings = { ...unsetAccounting, template: 'sage100', accounts: { cash: '516110' } }

test('accounts are shown as the country has them, kept, and shown as they were kept', async () => {
  const { client } = await openDemo()
  expect(await client.accounting.get()).toMatchObject({
    ok: true,
    value: { settings: unsetAccounting, country: 'MA', templates: [{ key: 'canonical' }, {}, {}, {}, {}] },
  })
  expect(await client.accounting.configure(settings)).toEqual({ ok: true, value: null })
  expect(await client.accounting.get()).toMatchObject({ ok: true, value: { settings } })
})

test('the shop’s own templates stand beside those of the till, with what is wrong in them', async () => {
  const { client, folder } = await openDemo()
  mkdirSync(join(folder, 'templates'))
  const own = { name: 'Ciel, à nous', fileName: 'x.txt', columns: [{ source: 'label' }] }
  writeFileSync(join(folder, 'templates', 'ciel.json'), JSON.stringify(own))
  writeFileSync(
    join(folder, 'templates', 'autre.json'),
    JSON.stringify({ ...own, columns: [{ source: 'x' }] }),
  )
  const view = await client.accounting.get()
  expect(view).toMatchObject({ ok: true })
  expect(
    view.ok ? view.value.templates.map(({ key, own: mine, fault }) => [key, mine, fault?.code]) : [],
  ).toEqual([
    ['autre', true, 'unknownColumn'],
    ['ciel', true, undefined],
    ['canonical', false, undefined],
    ['sage100', false, undefined],
    ['odoo', false, undefined],
    ['fec', false, undefined],
  ])
  expect(await client.accounting.configure({ ...settings, template: 'autre' })).toEqual({
    ok: false,
    refusal: { code: 'unknownColumn', params: { text: 'x' } },
  })
  expect(await client.accounting.configure({ ...settings, template: 'sap' })).toMatchObject({
    ok: false,
    refusal: { code: 'templateMalformed' },
  })
})

test('a day is tried out by the books, with settings that are not kept', async () => {
  const { client, asked, preview } = await openDemo()
  const day = '2026-11-23'
  expect(await client.accounting.preview({ day, settings })).toEqual({ ok: true, value: preview })
  expect(asked).toEqual([{ kind: 'journalPreview', from: day, to: day, settings }])
  expect(await client.accounting.get()).toMatchObject({ ok: true, value: { settings: unsetAccounting } })
})

test('all of it is for those in charge, and no account is a word', async () => {
  const { client, asked } = await openDemo('amina')
  const refused = { ok: false, refusal: { code: 'managerNeeded' } }
  expect(await client.accounting.get()).toEqual(refused)
  expect(await client.accounting.configure(settings)).toEqual(refused)
  expect(await client.accounting.preview({ day: '2026-11-23', settings })).toEqual(refused)
  expect(asked).toEqual([])
  const locked = await openDemo(null)
  expect(await refusalOf(locked.client.accounting.get())).toMatchObject({ code: 'locked' })
  const wrong = { ...settings, accounts: { cash: 'caisse' } }
  expect(await refusalOf((await openDemo()).client.accounting.configure(wrong))).toMatchObject({
    code: 'badInput',
    params: { field: 'accounts.cash' },
  })
})
