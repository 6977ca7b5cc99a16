import readXlsx from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { exportWords } from '#shared/i18n/documents/export-words.ts'
import type { ScreenLanguage } from '#shared/kernel/language.ts'
import { grouped, type RawTicket, total } from '#test/harness/books-oracle.ts'
import { livedShop } from '#test/harness/lived-shop.ts'
import { filedSheets, workedOut } from '#test/harness/workbook-formulas.ts'
import { workbook } from './workbook.ts'

const days = { from: '2026-11-01', to: '2026-12-24' }
const tenderKinds = ['cash', 'card', 'mobile', 'transfer', 'cheque', 'online'] as const

const { tickets, shifts, bytes: workedOn } = livedShop(77, { shifts: 6, mostTickets: 30 })
const made = (language: ScreenLanguage, range = days): Promise<Buffer> =>
  workedOn(workbook, { ...range, language })

/** Rows of a sheet by another reader, heads and sums apart. Amounts as it tells them. */
async function table(bytes: Buffer, name: string) {
  const sheets = await readXlsx(bytes)
  const data = sheets.find(({ sheet }) => sheet === name)?.data
  if (data === undefined) throw new Error(`no sheet ${name}`)
  const [head = [], ...rest] = data
  const named = (row: readonly unknown[]) =>
    Object.fromEntries(head.map((title, at) => [title, row[at] ?? null]))
  return { rows: rest.slice(0, -1).map(named), sums: named(rest.at(-1) ?? []) }
}

const day = (text: string): Date => new Date(`${text}T00:00:00Z`)
const money = (minor: number): number => minor / 100 + 0

const rounding = (tickets: readonly RawTicket[]) =>
  total(tickets, ({ sign, ticket }) => sign * ticket.rounding)
const duty = (tickets: readonly RawTicket[], by: 'shop' | 'customer') =>
  total(tickets, ({ ticket }) => (ticket.duty?.borneBy === by ? ticket.duty.amount : 0))
const tenders = (tickets: readonly RawTicket[], kind: string) =>
  tickets.flatMap(({ ticket, sign }) =>
    ticket.tenders.filter((each) => each.kind === kind).map(({ amount }) => sign * amount),
  )

test.each(['fr', 'ar', 'en'] as const)(
  'every figure of every sheet, recomputed from raw lines: %s',
  async (language) => {
    const bytes = await made(language)
    const words = exportWords[language]
    const byDay = grouped(tickets, ({ ticket }) => ticket.businessDay)
    const dayNames = [...new Set(shifts.map(({ businessDay }) => businessDay))].sort()

    const daily = await table(bytes, words.days)
    expect(daily.rows).toHaveLength(dayNames.length)
    const dayRow = (own: readonly RawTicket[]) => {
      const sales = own.filter(({ sign }) => sign === 1)
      const back = own.filter(({ sign }) => sign === -1)
      const vat = own.flatMap((each) => each.vat)
      return {
        [words.salesCount]: sales.length,
        [words.sales]: money(total(sales, ({ gross }) => gross)),
        [words.refundsCount]: back.length,
        [words.refunds]: money(total(back, ({ gross }) => gross)),
        [words.gross]: money(total(own, ({ gross }) => gross)),
        [words.discounts]: money(total(own, ({ lines }) => total(lines, ({ discount }) => discount))),
        [words.net]: money(total(vat, ({ net }) => net)),
        [words.vat]: money(total(vat, (each) => each.vat)),
        [words.rounding]: money(rounding(own)),
        [words.dutyAdded]: money(duty(own, 'customer')),
        [words.dutyShop]: money(duty(own, 'shop')),
        ...Object.fromEntries(
          tenderKinds.map((kind) => [words.tenders[kind], money(total(tenders(own, kind), (each) => each))]),
        ),
        [words.paid]: money(total(tenderKinds, (kind) => total(tenders(own, kind), (each) => each))),
        [words.check]: 0,
      }
    }
    for (const [at, name] of dayNames.entries()) {
      const own = byDay.get(name) ?? []
      expect(daily.rows[at], name).toMatchObject({
        [words.day]: day(name),
        [words.first]: own[0]?.ticket.number ?? null,
        [words.last]: own.at(-1)?.ticket.number ?? null,
        ...dayRow(own),
      })
    }
    expect(daily.sums).toMatchObject(dayRow(tickets))

    const vat = await table(bytes, words.vatByDay)
    const parts = tickets.flatMap((each) =>
      each.vat.map((part) => ({
        ...part,
        day: each.ticket.businessDay,
        key: `${each.ticket.businessDay} ${part.vatClass} ${part.rate}`,
      })),
    )
    const wantedVat = [...grouped(parts, ({ key }) => key).values()].map((own) => ({
      [words.day]: day(own[0]?.day ?? ''),
      [words.vatClass]: own[0]?.vatClass === 'exempt' ? words.exempt : `${own[0]?.vatClass} %`,
      [words.rate]: own[0]?.rate == null ? null : own[0].rate / 10_000,
      [words.net]: money(total(own, ({ net }) => net)),
      [words.vat]: money(total(own, (each) => each.vat)),
      [words.gross]: money(total(own, ({ gross }) => gross)),
    }))
    expect(vat.rows).toHaveLength(wantedVat.length)
    for (const row of wantedVat) expect(vat.rows).toContainEqual(row)

    const paid = await table(bytes, words.tendersByDay)
    const wantedPaid = dayNames.flatMap((name) =>
      tenderKinds.flatMap((kind) => {
        const own = tenders(byDay.get(name) ?? [], kind)
        if (own.length === 0) return []
        const amount = money(total(own, (each) => each))
        return [
          {
            [words.day]: day(name),
            [words.tender]: words.tenders[kind],
            [words.count]: own.length,
            [words.amount]: amount,
          },
        ]
      }),
    )
    expect(paid.rows).toEqual(wantedPaid)

    const lines = await table(bytes, words.lines)
    const raw = tickets.flatMap(({ lines: own, sign, ticket }) =>
      own.map((line) => ({ ...line, sign, ticket })),
    )
    expect(lines.rows).toHaveLength(raw.length)
    for (const [at, line] of raw.entries()) {
      const { ticket, sign } = line
      expect(lines.rows[at], `line ${at}`).toMatchObject({
        [words.day]: day(ticket.businessDay),
        [words.ticket]: ticket.number,
        [words.kind]: sign === 1 ? words.sale : words.refund,
        [words.refundOf]: ticket.refundOf?.number ?? null,
        [words.line]: line.position,
        [words.sku]: line.sku,
        [words.owner]: line.owner,
        [words.quantity]: sign * line.quantity,
        [words.unit]: money(line.unit),
        [words.discount]: money(line.discount),
        [words.gross]: money(line.gross),
        [words.due]: money(line.due),
      })
    }
    // The VAT of lines comes to the VAT of their tickets, class by class.
    for (const own of tickets)
      for (const part of own.vat) {
        const label = part.vatClass === 'exempt' ? words.exempt : `${part.vatClass} %`
        const rows = lines.rows.filter(
          (row) => row[words.ticket] === own.ticket.number && row[words.vatClass] === label,
        )
        expect(Math.round(total(rows, (row) => Number(row[words.vat])) * 100) + 0).toBe(part.vat)
        expect(Math.round(total(rows, (row) => Number(row[words.net])) * 100) + 0).toBe(part.net)
      }
    expect(lines.sums).toMatchObject({
      [words.quantity]: total(raw, ({ sign, quantity }) => sign * quantity),
      [words.gross]: money(total(raw, ({ gross }) => gross)),
      [words.due]: money(total(raw, ({ due }) => due)),
    })
  },
)

test('what formulas come to is what stands beside them, and nothing that must be equal differs', async () => {
  const sheets = filedSheets(await made('fr'))
  const names = exportWords.fr
  expect(sheets.map(({ name }) => name)).toEqual([
    names.overview,
    names.days,
    names.vatByDay,
    names.tendersByDay,
    names.lines,
  ])
  let formulas = 0
  for (const sheet of sheets)
    for (const [at, { value, formula }] of sheet.cells) {
      if (formula === null) continue
      formulas += 1
      expect(
        Math.abs(workedOut(sheets, sheet, formula) - Number(value)),
        `${sheet.name} ${at} ${formula}`,
      ).toBeLessThan(0.004)
    }
  expect(formulas).toBeGreaterThan(60)
  const [overview] = sheets
  const differences = [...(overview?.cells ?? [])].filter(([, { value }]) => value === names.difference)
  expect(differences).toHaveLength(4)
  for (const [at] of differences) expect(overview?.cells.get(at.replace('A', 'B'))?.value).toBe(0)
})

test('sheets in Arabic go from right to left, others do not; the first row of every table stays', async () => {
  const [arabic, french] = [filedSheets(await made('ar')), filedSheets(await made('fr'))]
  for (const { xml } of arabic) expect(xml).toContain('rightToLeft="1"')
  for (const { xml } of french) expect(xml).not.toContain('rightToLeft')
  for (const { xml } of [...arabic.slice(1), ...french.slice(1)]) {
    expect(xml).toMatch(/<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"\/>/)
    expect(xml).toMatch(/<autoFilter ref="A1:[A-Z]+\d+"\/>/)
  }
})

test('days without a shift make tables with no row, whose sums are nothing', async () => {
  const range = { from: '2026-12-20', to: '2026-12-24' }
  const sheets = filedSheets(await made('en', range))
  for (const sheet of sheets.slice(1))
    for (const [at, { value, formula }] of sheet.cells)
      if (formula !== null) expect(value, `${sheet.name} ${at}`).toBe(0)
})
