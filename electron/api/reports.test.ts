import { createRouterClient } from '@orpc/server'
import { expect, test } from 'vitest'
import { silentLog } from '#electron/platform/log.ts'
import type { Till } from '#electron/till-parts.ts'
import type { SpanAsked } from '#shared/books/reports/span.ts'
import { refuse } from '#shared/kernel/refusal.ts'
import { fakeTill } from '#test/harness/fake-till.ts'
import { refusalOf } from '#test/harness/refusal-of.ts'
import { router } from './router.ts'
import { openSession } from './session.ts'

/** The demo shop with `person` standing at it; which days its reports are asked of is written down. */
async function openDemo(person: 'hassan' | 'amina' | null) {
  const asked: SpanAsked[] = []
  const fake = fakeTill()
  const reports: Till['reports'] = {
    today: () => '2026-11-23',
    of: async (span) => {
      asked.push(span)
      return { ok: false, error: refuse('booksBusy') }
    },
  }
  const till = { ...fake.till, reports }
  const client = createRouterClient(router, {
    context: { till, session: openSession(till, () => 0), log: silentLog },
  })
  await client.house.startDemo()
  if (person !== null) await client.house.unlock({ person, pin: '1234' })
  return { client, asked }
}

test('what the shop took is for those in charge', async () => {
  const { client, asked } = await openDemo('amina')
  expect(await client.reports.get({ kind: 'day', day: null })).toMatchObject({
    ok: false,
    refusal: { code: 'managerNeeded' },
  })
  const locked = await openDemo(null)
  expect(await refusalOf(locked.client.reports.get({ kind: 'day', day: null }))).toMatchObject({
    code: 'locked',
  })
  expect([...asked, ...locked.asked]).toEqual([])
})

test('no day is today’s; why there is no report is said as it is', async () => {
  const { client, asked } = await openDemo('hassan')
  const busy = { ok: false, refusal: { code: 'booksBusy' } }
  expect(await client.reports.get({ kind: 'day', day: null })).toEqual(busy)
  await client.reports.get({ kind: 'week', day: null })
  await client.reports.get({ kind: 'season', from: '2026-01-01', to: 'soon' })
  expect(asked).toEqual([
    { kind: 'day', day: '2026-11-23' },
    { kind: 'week', day: '2026-11-23' },
    { kind: 'season', from: '2026-01-01', to: 'soon' },
  ])
})

test('what is no span of days is refused at the door', async () => {
  const { client } = await openDemo('hassan')
  const refused = (asked: unknown) => refusalOf(client.reports.get(asked as never))
  expect(await refused({ kind: 'year', day: null })).toMatchObject({ code: 'badInput' })
  expect(await refused({ kind: 'season', from: '2026-01-01' })).toMatchObject({ code: 'badInput' })
  expect(await refused({ kind: 'day', day: '2026-11-23T00' })).toMatchObject({ code: 'inputTooLarge' })
})
