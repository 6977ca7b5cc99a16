import type { XlsxCell } from '#electron/books/xlsx/cell.ts'
import { serialOf } from '#electron/books/xlsx/cell.ts'
import { styleOf } from '#electron/books/xlsx/styles.ts'
import type { TableTotals } from '#electron/books/xlsx/table-sheet.ts'
import type { WorkbookWriter } from '#electron/books/xlsx/workbook-writer.ts'
import type { ReadLedger } from '#electron/ledger/handles.ts'
import { unsetSettings } from '#shared/cart/settings.ts'
import type { ExportWords } from '#shared/i18n/documents/export-words.ts'
import type { ScreenLanguage } from '#shared/kernel/language.ts'
import { isoLocal, type Stamp } from '#shared/kernel/stamp.ts'
import { tillCode } from '#shared/receipt/code.ts'

export interface OverviewParts {
  readonly ledger: Pick<ReadLedger, 'settings' | 'tillId'>
  readonly now: Stamp
  readonly from: string
  readonly to: string
  readonly language: ScreenLanguage
  readonly words: ExportWords
  readonly totals: {
    readonly days: TableTotals
    readonly vat: TableTotals
    readonly tenders: TableTotals
    readonly lines: readonly TableTotals[]
  }
}

/** A figure and where it comes from. */
interface Figure {
  readonly minor: number
  readonly formula: string
}

const text = (value: string): XlsxCell => ({ value, style: styleOf('text') })
const strong = (value: string): XlsxCell => ({ value, style: styleOf('strong') })
const money = ({ minor, formula }: Figure): XlsxCell => ({
  value: minor / 100,
  style: styleOf('amount'),
  formula,
})
const total = ({ minor, formula }: Figure): XlsxCell => ({
  value: minor / 100,
  style: styleOf('totalAmount'),
  formula,
})

/** The first sheet: whose figures these are, and every sum that must be another one beside it. */
export function writeOverview(book: WorkbookWriter, parts: OverviewParts): void {
  const { words, language, totals, ledger, now } = parts
  const { shop } = ledger.settings() ?? unsetSettings
  const writer = book.sheet(0, words.overview, {
    rightToLeft: language === 'ar',
    widths: [46, 24],
    frozen: false,
    landscape: false,
  })
  const named = (name: string, value: string): void => {
    if (value !== '') writer.row([text(name), text(value)])
  }
  const dated = (name: string, value: string, style: 'day' | 'moment'): void =>
    writer.row([text(name), { value: serialOf(value), style: styleOf(style) }])

  const title = (language === 'ar' && shop.nameAr !== '' ? shop.nameAr : shop.name) || words.overview
  writer.row([{ value: title, style: styleOf('title') }], 24)
  writer.row([{ value: words.currency, style: styleOf('quiet') }])
  writer.row([])
  named(words.ice, shop.ice)
  named(words.taxId, shop.taxId)
  named(words.till, tillCode(ledger.tillId))
  dated(words.from, parts.from, 'day')
  dated(words.to, parts.to, 'day')
  dated(words.made, isoLocal(now).slice(0, 19), 'moment')

  const { days, vat, tenders, lines } = totals
  const takings = sumOf(days, 'gross')
  /** Figures one below the other, and how far the last is from the first. */
  const compared = (head: string, figures: readonly (readonly [string, Figure])[]): void => {
    writer.row([])
    writer.row([strong(head)])
    const first = writer.rows + 1
    for (const [name, figure] of figures) writer.row([text(name), money(figure)])
    const [, from] = figures[0] ?? []
    const [, to] = figures.at(-1) ?? []
    const minor = (to?.minor ?? 0) - (from?.minor ?? 0)
    const formula = `ROUND(B${writer.rows}-B${first},2)`
    writer.row([{ value: words.difference, style: styleOf('totalText') }, total({ minor, formula })])
  }
  compared(words.takings, [
    [words.byDays, takings],
    [words.byRates, sumOf(vat, 'gross')],
  ])
  compared(`${words.takings}: ${words.lines}`, [
    [words.byDays, takings],
    [words.byLines, added(lines.map((each) => sumOf(each, 'gross')))],
  ])
  compared(words.vat, [
    [words.byRates, sumOf(vat, 'vat')],
    [words.byLines, added(lines.map((each) => sumOf(each, 'vat')))],
  ])
  compared(words.paid, [
    [words.toBePaid, added(['gross', 'rounding', 'dutyAdded'].map((key) => sumOf(days, key)))],
    [words.byTenders, sumOf(tenders, 'amount')],
  ])
  writer.end(null)
}

const sumOf = (table: TableTotals, key: string): Figure => ({ minor: table.of(key), formula: table.ref(key) })

const added = (figures: readonly Figure[]): Figure => ({
  minor: figures.reduce((sum, { minor }) => sum + minor, 0),
  formula: figures.map(({ formula }) => formula).join('+'),
})
