import { createRouterClient } from '@orpc/server'
import { expect, test } from 'vitest'
import type { ClosingRow } from '#electron/ledger/books-handles.ts'
import { silentLog } from '#electron/platform/log.ts'
import { canonicalJson } from '#shared/kernel/canonical-json.ts'
import type { Seq } from '#shared/kernel/ids.ts'
import { dirham } from '#shared/money/amount.ts'
import { fakeTill } from '#test/harness/fake-till.ts'
import { testFolder, testLedger } from '#test/harness/ledger-folder.ts'
import { refusalOf } from '#test/harness/refusal-of.ts'
import { tradeDays } from '#test/harness/traded-months.ts'
import { router } from './router.ts'
import { openSession } from './session.ts'

const days = ['2026-09-29', '2026-09-30', '2026-10-02', '2026-11-27']

/** The demo shop before a ledger that traded some days; `person`: who stands there. @param twist of what it reads */
async function openTraded(
  person: 'hassan' | 'amina' | null,
  twist: (row: ClosingRow) => ClosingRow = (row) => row,
) {
  const folder = testFolder()
  tradeDays(folder, { days })
  const real = testLedger(folder)
  const fake = fakeTill()
  const ledger = {
    ...fake.till.ledger,
    ...real,
    people: () => fake.till.ledger.people(),
    settings: () => fake.till.ledger.settings(),
    findClosing(seq: Seq) {
      const row = real.findClosing(seq)
      return row && twist(row)
    },
  }
  const clock = { now: () => ({ utcMs: Date.parse('2026-12-01T09:00:00Z'), offsetMinutes: 60 }) }
  const till = { ...fake.till, ledger, clock }
  const context = { till, session: openSession(till, () => 0), log: silentLog }
  const client = createRouterClient(router, { context })
  await client.house.startDemo()
  if (person !== null) await client.house.unlock({ person, pin: '1234' })
  return { client, real }
}

const shifts = { period: 'shift', before: null, limit: 10 } as const
const refused = { ok: false, refusal: { code: 'managerNeeded' } }

test('closings are for those in charge, and nobody before they unlocked', async () => {
  const { client } = await openTraded('amina')
  const asked = [
    client.closings.list(shifts),
    client.closings.get({ seq: 1 as Seq }),
    client.closings.due(),
    client.closings.reading(),
  ]
  expect(await Promise.all(asked)).toMatchObject([refused, refused, refused, refused])
  const { client: locked } = await openTraded(null)
  expect(await refusalOf(locked.closings.due())).toMatchObject({ code: 'locked' })
})

test('lists each kind newest first, from where the last page ended; one in full, whose seal is good', async () => {
  const { client, real } = await openTraded('hassan')
  const all = await client.closings.list(shifts)
  const closed = real.lastClosingNumber('shift')
  expect(all.ok && all.value.map(({ number }) => number)).toEqual(
    Array.from({ length: closed }, (_, index) => closed - index),
  )
  const older = await client.closings.list({ ...shifts, before: closed, limit: 1 })
  expect(older).toMatchObject({ ok: true, value: [{ number: closed - 1, tickets: expect.any(Number) }] })
  const months = await client.closings.list({ ...shifts, period: 'month' })
  expect(months).toMatchObject({ ok: true, value: [{ of: '2026-10' }, { of: '2026-09' }] })
  const [first] = all.ok ? all.value : []
  const found = await client.closings.get({ seq: first?.seq ?? (0 as Seq) })
  expect(found).toMatchObject({ ok: true, value: { seal: 'good', closing: { number: closed } } })
  expect(found.ok && found.value.key).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/)
  expect(await client.closings.get({ seq: 1 as Seq })).toMatchObject({ refusal: { code: 'unknownClosing' } })
})

test('a seal says what is wrong with it', async () => {
  const sealWith = async (twist: (row: ClosingRow) => ClosingRow) => {
    const { client, real } = await openTraded('hassan', twist)
    const [row] = real.listClosings('shift', null, 1)
    const said = await client.closings.get({ seq: row?.seq ?? (0 as Seq) })
    return said.ok ? said.value.seal : said.refusal.code
  }
  expect(await sealWith((row) => ({ ...row, signed: null }))).toBe('none')
  expect(await sealWith((row) => ({ ...row, closing: { ...row.closing, grandTotal: dirham(1) } }))).toBe(
    'broken',
  )
  const forged = tradeDays(testFolder(), { days: ['2026-11-01'] })
  const { key } = forged
  if (key === null) throw new Error('the other till has a key')
  const signedAnew = (row: ClosingRow): ClosingRow => ({
    ...row,
    signed: { publicKey: key.publicKey, signature: key.sign(canonicalJson(row.closing)) },
  })
  expect(await sealWith(signedAnew)).toBe('stranger')
})

test('what is due is said without closing anything, and what is open so far without counting it', async () => {
  const { client, real } = await openTraded('hassan')
  const head = real.head()
  expect(await client.closings.due()).toEqual({ ok: true, value: { months: ['2026-11'], years: [] } })
  const reading = await client.closings.reading()
  expect(reading).toEqual({ ok: true, value: null })
  expect(real.head()).toEqual(head)
})
