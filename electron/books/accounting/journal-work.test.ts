import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Ledger } from '#electron/ledger/write-ledger.ts'
import { accountPlans } from '#shared/books/accounting/account-plans.data.ts'
import { unsetAccounting } from '#shared/books/accounting/accounting-settings.ts'
import { chartOf } from '#shared/books/accounting/chart.ts'
import type { Fact, FactOf } from '#shared/checkout/fact.ts'
import type { JournalPreview } from '#shared/contract/books/accounting.ts'
import type { AttemptId, Seq } from '#shared/kernel/ids.ts'
import { dirham } from '#shared/money/amount.ts'
import type { StatementId } from '#shared/settlement/statement.ts'
import { madeUpShifts } from '#test/harness/book-shifts.ts'
import { grouped, rawTickets, total } from '#test/harness/books-oracle.ts'
import { fecFaults } from '#test/harness/fec-rules.ts'
import { someOwner } from '#test/harness/ledger-books.ts'
import { testFolder, testLedger } from '#test/harness/ledger-folder.ts'
import { liveShifts } from '#test/harness/live-shifts.ts'
import { demoSettings } from '#test/harness/made-up-shop.ts'
import type { BookWorld } from '../book-world.ts'
import { BooksRefused } from '../book-world.ts'
import { writeAccounting } from './accounting-file.ts'
import { journalOfDays } from './journal-of-days.ts'
import { type JournalJob, journalPreviewWork, journalWork } from './journal-work.ts'

const at = { utcMs: Date.UTC(2026, 10, 1, 7), offsetMinutes: 60 }
const later = { utcMs: Date.UTC(2026, 10, 20, 9), offsetMinutes: 60 }
const shifts = madeUpShifts(20_261_101, { shifts: 6, mostTickets: 20 })
const days = { from: '2026-11-01', to: '2026-11-06' }

/** A ledger that lived these shifts, all its card money settled by one statement. */
function lived(folder: string): Ledger {
  const ledger = testLedger(folder)
  ledger.append([{ kind: 'shopConfigured', settings: demoSettings }], 'driss', at)
  ledger.append(
    [{ kind: 'ownersChanged', owners: [someOwner('itto', { name: 'Itto Ouhaddou', account: '4481001' })] }],
    'driss',
    at,
  )
  ledger.append([{ kind: 'settlementBegun', terminal: 't1', acquirer: 'bank', through: 0 as Seq }], '', at)
  ledger.append([{ kind: 'settlementBegun', terminal: 't2', acquirer: 'bank', through: 0 as Seq }], '', at)
  liveShifts(ledger, shifts)
  ledger.append([statement()], 'driss', later)
  return ledger
}

const approved = (): readonly FactOf<'attemptStarted'>[] =>
  shifts.flatMap(({ entries }) =>
    entries.flatMap(({ fact }) => (fact.kind === 'attemptStarted' ? [fact] : [])),
  )

function statement(): FactOf<'statementImported'> {
  const kinds = { payment: 'sale', test: 'sale', refund: 'refund', void: 'saleReversal' } as const
  const line = (attempt: FactOf<'attemptStarted'>, index: number) => ({
    line: {
      line: index + 1,
      kind: kinds[attempt.purpose],
      amount: attempt.amount,
      fee: dirham(25),
      on: '2026-11-05',
      valueOn: '2026-11-06',
      authorisation: null,
      trace: null,
      terminalId: null,
      last4: null,
    },
    movement: attempt.attemptId as AttemptId,
    reason: null,
  })
  return {
    kind: 'statementImported',
    statement: 'statement-1' as StatementId,
    part: 1,
    acquirer: 'bank',
    file: 'novembre.csv',
    sha256: 'f'.repeat(64),
    lines: approved().map(line),
  }
}

function world(folder: string, ledger: Ledger): BookWorld {
  const out = join(folder, 'out')
  mkdirSync(out, { recursive: true })
  return {
    ledger: ledger as unknown as BookWorld['ledger'],
    folder,
    now: later,
    key: () => null,
    out,
    progress: () => undefined,
  }
}

async function exported(job: JournalJob, folder = testFolder(), ledger = lived(folder)) {
  const answer = await journalWork(job, world(folder, ledger))
  if (answer.kind !== 'file') throw new Error('a journal is a file')
  return { ...answer, content: readFileSync(answer.file) }
}

/** Signed minor units by account, read from the CSV by code of its own. */
async function balances(folder?: string): Promise<ReadonlyMap<string, number>> {
  const { content } = await exported({ ...days, template: 'canonical' }, folder)
  const rows = content.toString('utf8').replace('\ufeff', '').split('\r\n').slice(1, -1)
  const cells = rows.map(
    (row) => row.match(/("(?:[^"]|"")*"|[^;]*)(?:;|$)/g)?.map((cell) => cell.replace(/;$/, '')) ?? [],
  )
  const minor = (text = ''): number => Number(text.replace(',', ''))
  return new Map(
    [...grouped(cells, (cell) => cell[4] ?? '')].map(([account, own]) => [
      account,
      total(own, (cell) => minor(cell[10]) - minor(cell[11])),
    ]),
  )
}

describe('the journal of a ledger', () => {
  it('says what its tickets say', async () => {
    const found = await balances()
    const tickets = rawTickets(shifts.flatMap(({ entries }) => entries))
    const tender = (kind: string): number =>
      total(
        tickets.flatMap(({ ticket, sign }) => ticket.tenders.map((each) => ({ ...each, sign }))),
        (each) => (each.kind === kind ? each.sign * each.amount : 0),
      )
    expect(found.get('51112')).toBe(tender('cheque'))
    expect(found.get('3421')).toBe(tender('transfer') + tender('online'))
    expect(found.get('51611')).toBe(shifts.at(-1)?.counted)
    expect(found.get('51151') ?? 0).toBe(0)
    expect(found.get('5141')).toBe(bankGets())
    expect(total([...found.values()], (each) => each)).toBe(0)
  })

  it('makes a FEC of it, by the rules, named for the shop and the last day', async () => {
    const folder = testFolder()
    const { name, content, mediaType } = await exported({ ...days, template: 'fec' }, folder)
    expect(name).toBe(`${demoSettings.shop.ice}FEC20261106.txt`)
    expect(mediaType).toBe('text/plain; charset=utf-8')
    expect(fecFaults(name, content, 15)).toEqual([])
    expect(content.toString()).toContain('\t4481001\tItto Ouhaddou\t')
  })

  it('leaves out a shift that is open, and says so', async () => {
    const folder = testFolder()
    const ledger = lived(folder)
    const opened = shifts[0]?.entries[0]?.fact as FactOf<'shiftOpened'>
    const today: Fact = { ...opened, shiftId: 'today' as never, businessDay: '2026-11-20' }
    ledger.append([today], 'amina', later)
    const answer = await journalWork({ from: '2026-11-20', to: '2026-11-20' }, world(folder, ledger))
    expect(answer).toMatchObject({ entries: 0, lines: 0, openShifts: 1 })
  })

  it('is written by a template of the shop’s own, and its own accounts', async () => {
    const folder = testFolder()
    mkdirSync(join(folder, 'templates'))
    writeFileSync(
      join(folder, 'templates', 'notre.json'),
      JSON.stringify({
        name: 'Notre comptable',
        fileName: 'notre-{to}.txt',
        head: false,
        separator: '|',
        columns: [{ source: 'account' }, { source: 'debit' }],
      }),
    )
    await writeAccounting(folder, { ...unsetAccounting, template: 'notre', accounts: { cash: '516110' } })
    const { name, content } = await exported(days, folder)
    expect(name).toBe('notre-2026-11-06.txt')
    expect(content.toString()).toMatch(/^516110\|\d+,\d\d\r\n/m)
    expect(content.toString()).not.toMatch(/^51611\|/m)
  })

  it('is the same day by day and all at once', async () => {
    const folder = testFolder()
    const ledger = lived(folder)
    const chart = chartOf({ plan: accountPlans.MA, language: 'fr', findOwner: () => null })
    const unnumbered = (range: typeof days) =>
      journalOfDays(ledger, range, chart).entries.map(({ number: _, ...entry }) => JSON.stringify(entry))
    const apart = shifts.flatMap(({ businessDay }) => unnumbered({ from: businessDay, to: businessDay }))
    expect(apart.toSorted()).toEqual(unnumbered(days).toSorted())
  })

  it('has what an artisan was paid outside of a shift, once, also where one was open', () => {
    const ledger = lived(testFolder())
    const businessDay = '2026-11-20'
    const opened = shifts[0]?.entries[0]?.fact as FactOf<'shiftOpened'>
    const shiftId = 'today' as typeof opened.shiftId
    const float = dirham(0)
    const drawer = {
      float,
      cash: float,
      in: float,
      out: float,
      expected: float,
      counted: float,
      difference: float,
    }
    const grandTotal = ledger.grandTotal()
    const account = ledger.findOwner('itto')
    const before = dirham((account?.due ?? 0) - (account?.paid ?? 0))
    const amount = dirham(12_300)
    const paid: Fact = {
      kind: 'ownerPaid',
      owner: 'itto',
      what: 'payout',
      amount,
      by: 'transfer',
      reference: 'VIR 7',
      businessDay,
      shiftId: null,
      period: null,
      before,
      after: dirham(before - amount),
    }
    ledger.append([{ ...opened, shiftId, businessDay, float }], 'amina', later)
    ledger.append([paid], 'driss', later)
    ledger.append([{ kind: 'shiftClosed', shiftId, drawer, grandTotal }], 'amina', later)
    const chart = chartOf({ plan: accountPlans.MA, language: 'fr', findOwner: () => null })
    const { entries } = journalOfDays(ledger, { from: businessDay, to: businessDay }, chart)
    const payouts = entries.filter(({ label }) => label === 'Règlement à itto VIR 7')
    expect(payouts).toHaveLength(1)
    expect(payouts[0]).toMatchObject({
      journal: 'BQ',
      date: businessDay,
      lines: [{ debit: amount }, { credit: amount }],
    })
  })

  it('shows a day before anything is kept', async () => {
    const folder = testFolder()
    const job = { from: '2026-11-02', to: '2026-11-02', settings: { ...unsetAccounting, template: 'ciel' } }
    const answer = await journalPreviewWork(job, world(folder, lived(folder)))
    const { entries, text } = (answer as { value: JournalPreview }).value
    expect(new Set(entries.map(({ date }) => date))).toEqual(new Set(['2026-11-02']))
    expect(text[0]).toHaveLength(142)
  })
})

function bankGets(): number {
  const sign = (purpose: string): number => (purpose === 'payment' || purpose === 'test' ? 1 : -1)
  const transfers = shifts.flatMap(({ entries }) =>
    entries.flatMap(({ fact }) =>
      fact.kind === 'ownerPaid' && (fact.by === 'transfer' || fact.by === 'cheque') ? [fact] : [],
    ),
  )
  return (
    total(approved(), ({ purpose, amount }) => sign(purpose) * amount - 25) -
    total(transfers, ({ amount }) => amount)
  )
}

describe('what is refused', () => {
  const refusal = (job: JournalJob, prepare: (folder: string) => void = () => undefined) => {
    const folder = testFolder()
    prepare(folder)
    return exported(job, folder, testLedger(folder)).then(
      () => null,
      (error: unknown) => (error instanceof BooksRefused ? error.refusal : error),
    )
  }
  const own = (json: string) => (folder: string) => {
    mkdirSync(join(folder, 'templates'))
    writeFileSync(join(folder, 'templates', 'own.json'), json)
  }

  it('a range of the future, and one that is none', async () => {
    expect(await refusal({ from: '2026-11-01', to: '2026-12-31' })).toMatchObject({ code: 'rangeInFuture' })
    expect(await refusal({ from: '2026-11-31', to: '2026-11-31' })).toMatchObject({ code: 'badRange' })
  })

  it('a template there is none of, one that is no JSON, and one with a column of its own making', async () => {
    expect(await refusal({ ...days, template: 'sap' })).toMatchObject({
      code: 'templateMalformed',
      params: { place: 'sap' },
    })
    expect(await refusal({ ...days, template: 'own' }, own('{'))).toMatchObject({ code: 'templateMalformed' })
    const strange = JSON.stringify({ name: 'x', fileName: 'x', columns: [{ source: 'montant' }] })
    expect(await refusal({ ...days, template: 'own' }, own(strange))).toEqual({
      code: 'unknownColumn',
      params: { text: 'montant' },
    })
  })

  it('settings of the books that somebody broke', async () => {
    const broken = (folder: string): void =>
      writeFileSync(join(folder, 'accounting.json'), '{"accounts":{"cash":"caisse"}}')
    const found = await refusal(days, broken)
    expect(found).toMatchObject({ code: 'templateMalformed', params: { place: 'accounting.json' } })
  })
})
