import type { Report } from '#shared/books/reports/report.ts'
import { isShelfSku } from '#shared/catalogue/off-shelf.ts'
import { nameIn } from '../../../i18n/name-in.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { categoryWords } from './report-words.ts'
import { TakingsBars } from './TakingsBars.tsx'

/** Pieces that are named: those that sold best, and no sum of all others. */
const best = 6

/** What was sold: kinds of craft, artisans, pieces. */
export function What({ report }: { readonly report: Report }) {
  const words = useWords()
  const { say, language } = words
  const { categories, makers, pieces } = report
  return (
    <>
      <TakingsBars
        title={say('reports.chart.categories')}
        of={{
          rest: categories.rest,
          rows: categories.rows.map((row) => ({
            ...row,
            id: String(row.key),
            name: categoryWords(row.key, words),
          })),
        }}
        counted="pieces"
        testId="chart-categories"
      />
      <TakingsBars
        title={say('reports.chart.makers')}
        of={{
          rest: makers.rest,
          rows: makers.rows.map((row) => ({
            ...row,
            id: String(row.key),
            name: row.key ?? say('reports.noMaker'),
          })),
        }}
        counted="pieces"
        testId="chart-makers"
      />
      <TakingsBars
        title={say('reports.chart.pieces')}
        of={{
          rest: null,
          rows: pieces.rows
            .filter(({ key }) => isShelfSku(key))
            .slice(0, best)
            .map((row) => ({ ...row, id: row.key, name: nameIn(row.name, language) })),
        }}
        counted="pieces"
        testId="chart-pieces"
      />
    </>
  )
}
