import { expect, test } from 'vitest'
import type { Report } from '#shared/books/reports/report.ts'
import type { SpanAsked } from '#shared/books/reports/span.ts'
import { type MadeUpShift, madeUpShifts } from '#test/harness/book-shifts.ts'
import { type RawTicket, rawTickets, total } from '#test/harness/books-oracle.ts'
import { testFolder, testLedger } from '#test/harness/ledger-folder.ts'
import { liveShifts } from '#test/harness/live-shifts.ts'
import { demoSettings } from '#test/harness/made-up-shop.ts'
import { openBooks } from '../open-books.ts'
import { openReports } from './open-reports.ts'

const shifts = madeUpShifts(7, { shifts: 5, mostTickets: 70 })
const configuredAt = { utcMs: Date.UTC(2026, 9, 1), offsetMinutes: 60 }

/** A ledger that lived some of them, and its reports in the evening of the last day. */
function opened(lived: readonly MadeUpShift[]) {
  const folder = testFolder()
  const ledger = testLedger(folder)
  ledger.append([{ kind: 'shopConfigured', settings: demoSettings }], 'driss', configuredAt)
  liveShifts(ledger, lived)
  const last = lived.at(-1)?.businessDay ?? ''
  const now = { utcMs: Date.parse(`${last}T22:00:00Z`), offsetMinutes: 60 }
  const clock = { now: () => now }
  const reports = openReports({ ledger, clock, books: openBooks({ folder, clock }) })
  return { ledger, reports, last }
}

async function report(reports: ReturnType<typeof openReports>, asked: SpanAsked): Promise<Report> {
  const answer = await reports.of(asked)
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.value
}

const raw = (some: readonly MadeUpShift[]): readonly RawTicket[] =>
  rawTickets(some.flatMap(({ entries }) => entries))
const net = (some: readonly MadeUpShift[]): number => total(raw(some), ({ gross }) => gross)
const on = (day: string) => shifts.filter(({ businessDay }) => businessDay === day)

test('a day is its own tickets, compared with the day before, whatever is asked in between', async () => {
  const { reports } = opened(shifts)
  const days = [...new Set(shifts.map(({ businessDay }) => businessDay))]
  for (const day of [...days, ...days.toReversed()]) {
    const { totals, compared, shifts: ofDay } = await report(reports, { kind: 'day', day })
    expect(totals.net, day).toBe(net(on(day)))
    expect(totals.count).toBe(raw(on(day)).filter(({ sign }) => sign === 1).length)
    expect(compared.whole.net).toBe(net(on(compared.range.from)))
    expect(ofDay.map(({ closed }) => closed)).toEqual(on(day).map(() => true))
  }
})

test('a season is read by the books’ process, and is the sum of its days', async () => {
  const { reports, last } = opened(shifts)
  const from = shifts[0]?.businessDay ?? ''
  const { totals, days, tenders, running } = await report(reports, { kind: 'season', from, to: last })
  expect(running).toBe(true)
  expect(totals.net).toBe(net(shifts))
  for (const { key, net: ofDay } of days) expect(ofDay, key).toBe(net(on(key)))
  const kept = raw(shifts).flatMap(({ ticket, sign }) => ticket.tenders.map(({ amount }) => sign * amount))
  expect(total(tenders, (row) => row.net)).toBe(total(kept, (amount) => amount))
})

/** Part of a shift: as far as a counter has come. */
const part = (shift: MadeUpShift, from: number, to: number): MadeUpShift => ({
  ...shift,
  entries: shift.entries.slice(from, to),
})

test('today grows with each ticket: what was read is not read again, and counts once', async () => {
  const [first, second] = shifts
  if (first === undefined || second === undefined) throw new Error('two shifts are made up')
  const { ledger, reports } = opened([first])
  const end = second.entries.length - 1
  const half = Math.floor(end / 2)
  const day = second.businessDay
  liveShifts(ledger, [part(second, 0, half)])
  const early = await report(reports, { kind: 'day', day })
  expect(early.totals.net).toBe(total(rawTickets(second.entries.slice(0, half)), ({ gross }) => gross))
  expect(early.shifts).toEqual([expect.objectContaining({ closed: false })])
  liveShifts(ledger, [part(second, half, end)])
  const both = await Promise.all([
    report(reports, { kind: 'day', day }),
    report(reports, { kind: 'day', day }),
  ])
  for (const { totals } of both) expect(totals.net).toBe(net([second]))
})

test('days that have not come and days that are none are refused', async () => {
  const { reports, last } = opened(shifts.slice(0, 1))
  expect(await reports.of({ kind: 'day', day: '2030-01-01' })).toMatchObject({
    ok: false,
    error: { code: 'rangeInFuture', params: { today: last } },
  })
  expect(await reports.of({ kind: 'season', from: last, to: 'soon' })).toMatchObject({
    ok: false,
    error: { code: 'badRange' },
  })
})
