import type { Report, Takings } from '#shared/books/reports/report.ts'
import { isShelfSku } from '#shared/catalogue/off-shelf.ts'
import { nameIn } from '../../../i18n/name-in.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { categoryWords } from './report-words.ts'
import { type NamedTakings, TakingsBars } from './TakingsBars.tsx'

/** What was sold: kinds of craft, artisans, pieces. */
export function What({ report }: { readonly report: Report }) {
  const words = useWords()
  const { say, language } = words
  const whole = (rows: readonly NamedTakings[], rest: (Takings & { readonly keys: number }) | null) =>
    rest === null
      ? rows
      : [...rows, { ...rest, id: ' rest', name: say('reports.others', { count: rest.keys }) }]
  return (
    <>
      <TakingsBars
        title={say('reports.chart.categories')}
        rows={whole(
          report.categories.rows.map((row) => ({
            ...row,
            id: String(row.key),
            name: categoryWords(row.key, words),
          })),
          report.categories.rest,
        )}
        counted="pieces"
        testId="chart-categories"
      />
      <TakingsBars
        title={say('reports.chart.makers')}
        rows={whole(
          report.makers.rows.map((row) => ({
            ...row,
            id: String(row.key),
            name: row.key ?? say('reports.noMaker'),
          })),
          report.makers.rest,
        )}
        counted="pieces"
        testId="chart-makers"
      />
      <TakingsBars
        title={say('reports.chart.pieces')}
        rows={report.pieces.rows
          .filter(({ key }) => isShelfSku(key))
          .map((row) => ({ ...row, id: row.key, name: nameIn(row.name, language) }))}
        counted="pieces"
        testId="chart-pieces"
      />
    </>
  )
}
