import { createRouterClient } from '@orpc/server'
import { expect, test } from 'vitest'
import type { ExportFormRow } from '#electron/ledger/paper-handles.ts'
import { silentLog } from '#electron/platform/log.ts'
import type { Till } from '#electron/till-parts.ts'
import type { PrintJobView } from '#shared/contract/papers.ts'
import type { ShiftId, Sku, TicketNumber } from '#shared/kernel/ids.ts'
import type { PaperRequest } from '#shared/kernel/paper-kinds.ts'
import { localDay } from '#shared/kernel/stamp.ts'
import { dirham } from '#shared/money/amount.ts'
import { fakeTill } from '#test/harness/fake-till.ts'
import { stoppedClock } from '#test/harness/ledger-folder.ts'
import { refusalOf } from '#test/harness/refusal-of.ts'
import { visitor } from '#test/models/checkout/fixtures.ts'
import { router } from './router.ts'
import { openSession } from './session.ts'

const png = Uint8Array.of(0x89, 0x50)

/** The demo shop with papers to show, and `person` standing at it; `null`: locked. @param known of its ledger */
async function openDemo(person: 'hassan' | 'omar' | 'amina' | null, known: Partial<Till['ledger']> = {}) {
  const fake = fakeTill()
  const papers = {
    picture: async (paper: PaperRequest) => (paper.kind === 'testPage' ? null : png),
    page: async (paper: PaperRequest) => `<!doctype html><title>${paper.kind}</title>`,
    receiptCode: async (ticket: TicketNumber) => (ticket === 1 ? 'HANOUT2:…' : null),
  }
  const ledger = { ...fake.till.ledger, ...known }
  const till = { ...fake.till, ledger, papers, clock: stoppedClock }
  const context = { till, session: openSession(till, () => 0), log: silentLog }
  const client = createRouterClient(router, { context })
  await client.house.startDemo()
  if (person !== null) await client.house.unlock({ person, pin: '1234' })
  fake.sent.length = 0
  return { fake, client }
}

const receipt: PaperRequest = { kind: 'receipt', ticket: 1 as TicketNumber }
const strip: PaperRequest = { kind: 'shiftReport', shift: 'shift' as ShiftId, language: 'fr' }
const payout: PaperRequest = { kind: 'payoutSlip', payout: 3 }
const forCashiers: readonly PaperRequest[] = [
  receipt,
  { kind: 'giftReceipt', ticket: 1 as TicketNumber, lines: [1] },
  { kind: 'invoice', invoice: 1 },
  { kind: 'exportForm', form: 1 },
  { kind: 'certificate', certificate: 1 },
  { kind: 'labels', labels: [{ sku: 'RUG-01' as Sku, count: 2 }], size: '50x30' },
]
const managerNeeded = { ok: false, refusal: { code: 'managerNeeded' } }

test.each(forCashiers)('a cashier may print and see $kind', async (paper) => {
  const { fake, client } = await openDemo('amina')
  expect(await client.counter.send({ type: 'printPaper', paper })).toEqual({ ok: true, value: null })
  expect(fake.sent).toEqual([{ command: { type: 'printPaper', paper }, by: 'Amina' }])
  expect(await client.papers.picture(paper)).toEqual({
    ok: true,
    value: { png: Buffer.from(png).toString('base64') },
  })
  expect(await client.papers.page(paper)).toMatchObject({ ok: true })
})

test.each([strip, payout])('$kind is for managers and owners, on paper and on the screen', async (paper) => {
  const cashier = await openDemo('amina')
  expect(await cashier.client.counter.send({ type: 'printPaper', paper })).toEqual(managerNeeded)
  expect(await cashier.client.papers.picture(paper)).toEqual(managerNeeded)
  expect(await cashier.client.papers.page(paper)).toEqual(managerNeeded)
  expect(cashier.fake.sent).toEqual([])
  for (const person of ['omar', 'hassan'] as const) {
    const { client } = await openDemo(person)
    expect(await client.counter.send({ type: 'printPaper', paper })).toEqual({ ok: true, value: null })
    expect(await client.papers.picture(paper)).toMatchObject({ ok: true })
  }
})

const job = (id: number, paper: PaperRequest, part: Partial<PrintJobView> = {}): PrintJobView => ({
  id,
  paper,
  state: 'unknown',
  copy: 0,
  queuedAt: { utcMs: 0, offsetMinutes: 60 },
  printer: 'Counter',
  trouble: 'paperOut',
  ...part,
})

test('asking for a strip again is asking for it; to leave it is anybody’s', async () => {
  const { fake, client } = await openDemo('amina')
  fake.queue([job(1, receipt), job(2, strip)])
  const answer = (id: number, what: 'again' | 'leave') =>
    client.counter.send({ type: 'answerPrint', job: id, answer: what })
  expect(await answer(1, 'again')).toMatchObject({ ok: true })
  expect(await answer(2, 'again')).toEqual(managerNeeded)
  expect(await answer(3, 'again')).toEqual(managerNeeded)
  expect(await answer(2, 'leave')).toMatchObject({ ok: true })
  expect(fake.sent.map(({ command }) => command)).toEqual([
    { type: 'answerPrint', job: 1, answer: 'again' },
    { type: 'answerPrint', job: 2, answer: 'leave' },
  ])
})

const today = stoppedClock.now()
const hoursAgo = (hours: number) => ({ ...today, utcMs: today.utcMs - hours * 3_600_000 })
const exportForm: PaperRequest = { kind: 'exportForm', form: 1 }

/** The one export form, made out `at` then. */
const formMade = (at: ExportFormRow['at'], part: Partial<ExportFormRow> = {}) => ({
  findExportForm: (number: number): ExportFormRow | null =>
    number === 1
      ? {
          number,
          ticketNumber: 1 as TicketNumber,
          operator: '',
          gross: dirham(240_000),
          vat: dirham(40_000),
          visitorHash: '',
          visitor,
          voided: false,
          at,
          by: 'Amina',
          ...part,
        }
      : null,
})

/** Each way a cashier could come by a form. */
async function askedByCashier(known: Partial<Till['ledger']>) {
  const { fake, client } = await openDemo('amina', known)
  fake.queue([job(1, exportForm)])
  return [
    await client.papers.picture(exportForm),
    await client.papers.page(exportForm),
    await client.counter.send({ type: 'printPaper', paper: exportForm }),
    await client.counter.send({ type: 'answerPrint', job: 1, answer: 'again' }),
  ]
}
const fourTimes = (answer: object) => Array.from({ length: 4 }, () => expect.objectContaining(answer))

test('who a visitor is, a cashier sees on the day of their export form; later those in charge only', async () => {
  expect(await askedByCashier(formMade(today))).toEqual(fourTimes({ ok: true }))
  const earlier = formMade(hoursAgo(24))
  expect(await askedByCashier(earlier)).toEqual(fourTimes(managerNeeded))
  for (const person of ['omar', 'hassan'] as const) {
    const { client } = await openDemo(person, earlier)
    expect(await client.papers.picture(exportForm)).toMatchObject({ ok: true })
    expect(await client.papers.page(exportForm)).toMatchObject({ ok: true })
    expect(await client.counter.send({ type: 'printPaper', paper: exportForm })).toMatchObject({ ok: true })
  }
})

test('the day of a form is as long as its shift, and a forgotten visitor is nobody’s secret', async () => {
  const yesterday = hoursAgo(24)
  const sinceYesterday: Partial<Till['ledger']> = {
    openShift: () => ({
      shiftId: 'shift' as ShiftId,
      businessDay: localDay(yesterday),
      cashier: 'Amina',
      float: dirham(0),
      openedAt: yesterday,
    }),
  }
  expect(await askedByCashier({ ...formMade(yesterday), ...sinceYesterday })).toEqual(fourTimes({ ok: true }))
  expect(await askedByCashier({ ...formMade(hoursAgo(48)), ...sinceYesterday })).toEqual(
    fourTimes(managerNeeded),
  )
  expect(await askedByCashier(formMade(hoursAgo(48), { visitor: null }))).toEqual(fourTimes({ ok: true }))
})

test('the print queue is told when it changed, not whenever the counter did', async () => {
  const { fake, client } = await openDemo('amina')
  const gone = new AbortController()
  const watched = await client.papers.watch(undefined, { signal: gone.signal })
  const told: string[][] = []
  const listening = (async () => {
    for await (const jobs of watched) told.push(jobs.map(({ state }) => state))
  })()
  await expect.poll(() => told).toEqual([[]])
  fake.queue([job(1, receipt, { state: 'queued', trouble: null })])
  await expect.poll(() => told.length).toBe(2)
  for (const phase of ['ringing', 'tendering'] as const) {
    fake.show({ phase })
    // A view told now would be heard by then.
    await new Promise((heard) => setTimeout(heard, 20))
  }
  fake.queue([job(1, receipt)])
  await expect.poll(() => told).toEqual([[], ['queued'], ['unknown']])
  expect(await client.papers.jobs()).toEqual([job(1, receipt)])
  gone.abort()
  await listening
  expect(fake.watchers()).toBe(0)
})

test('a receipt without paper is a code, and what is not there is unknown by name', async () => {
  const { client } = await openDemo('amina')
  expect(await client.papers.receiptCode({ ticket: 1 })).toEqual({ ok: true, value: { text: 'HANOUT2:…' } })
  expect(await client.papers.receiptCode({ ticket: 2 })).toEqual({
    ok: false,
    refusal: { code: 'unknownPaper' },
  })
  expect(await client.papers.picture({ kind: 'testPage' })).toEqual({
    ok: false,
    refusal: { code: 'unknownPaper' },
  })
})

test('keys are told once each, newest first, with when each was replaced', async () => {
  const [first, second] = [`${'A'.repeat(42)}A`, `${'A'.repeat(42)}E`]
  const on = (utcMs: number) => ({ utcMs, offsetMinutes: 60 })
  // The second was made when the first was lost; then the first was restored.
  const made = [
    { publicKey: first, at: on(3) },
    { publicKey: second, at: on(2) },
    { publicKey: first, at: on(1) },
  ]
  const { client } = await openDemo('amina', { shopKeys: () => made })
  const fingerprint = '0000-0000-0000-0000'
  expect(await client.papers.keys()).toEqual([
    { publicKey: first, fingerprint, since: on(3), until: null },
    { publicKey: second, fingerprint, since: on(2), until: on(3) },
  ])
})

test('a locked till shows no paper', async () => {
  const { client } = await openDemo(null)
  for (const call of [
    client.papers.picture(receipt),
    client.papers.page(receipt),
    client.papers.receiptCode({ ticket: 1 }),
    client.papers.keys(),
    client.counter.send({ type: 'printPaper', paper: receipt }),
  ]) {
    expect(await refusalOf(call)).toEqual({ code: 'locked' })
  }
})

test('papers that cannot be meant are refused by name before anything looks at them', async () => {
  const { client } = await openDemo('hassan')
  // biome-ignore lint/suspicious/noExplicitAny: wrong on purpose
  const picture = client.papers.picture as any
  const many = Array.from({ length: 201 }, () => ({ sku: 'RUG-01', count: 1 }))
  for (const [paper, code] of [
    [{ kind: 'poem' }, 'badInput'],
    [{ kind: 'receipt', ticket: 0 }, 'badInput'],
    [{ kind: 'labels', labels: [], size: '50x30' }, 'badInput'],
    [
      { kind: 'labels', labels: many.slice(0, 5).map((each) => ({ ...each, count: 500 })), size: '50x30' },
      'badInput',
    ],
    [{ kind: 'labels', labels: many, size: '50x30' }, 'inputTooLarge'],
    [{ kind: 'shiftReport', shift: 's', language: 'de' }, 'badInput'],
  ]) {
    expect(await refusalOf(picture(paper)), JSON.stringify(paper).slice(0, 60)).toMatchObject({ code })
  }
})
