import type { Report } from '#shared/books/reports/report.ts'
import { amountIn } from '../../../i18n/amount-in.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { Amount } from '../../../widgets/Amount.tsx'
import { Chart } from '../../../widgets/charts/Chart.tsx'
import { Shares } from '../../../widgets/charts/Shares.tsx'
import { shareIn } from './report-words.ts'
import { TakingsBars } from './TakingsBars.tsx'
import { takingsTable } from './takings-table.ts'

/** How it was paid, and what visitors read. */
export function How({ report }: { readonly report: Report }) {
  const { say } = useWords()
  const { totals, tenders } = report
  const named = tenders.map((row) => ({ ...row, id: row.key, name: say(`sell.tender.${row.key}`) }))
  const beside =
    totals.rounding === 0 && totals.duty === 0
      ? null
      : say('reports.beside', {
          rounding: amountIn(totals.rounding, say),
          duty: amountIn(totals.duty, say),
          amount: amountIn(totals.held, say),
        })
  return (
    <>
      <Chart
        title={say('reports.chart.tenders')}
        table={takingsTable(named, say)}
        testId="chart-tenders"
        {...(beside === null ? {} : { note: beside })}
      >
        <Shares
          rows={named.map((row) => ({
            key: row.id,
            name: row.name,
            amount: row.net,
            value: <Amount minor={row.net} />,
            share: shareIn(row.permille),
          }))}
        />
      </Chart>
      <TakingsBars
        title={say('reports.chart.languages')}
        of={{
          rest: null,
          rows: report.languages.map((row) => ({
            ...row,
            id: row.key,
            name: say(`reports.language.${row.key}`),
          })),
        }}
        counted="sales"
        testId="chart-languages"
      />
    </>
  )
}
