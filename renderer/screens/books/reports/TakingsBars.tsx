import type { Takings } from '#shared/books/reports/report.ts'
import { amountIn } from '../../../i18n/amount-in.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { Amount } from '../../../widgets/Amount.tsx'
import { Bars } from '../../../widgets/charts/Bars.tsx'
import { Chart } from '../../../widgets/charts/Chart.tsx'
import { takingsTable } from './takings-table.ts'

export interface NamedTakings extends Takings {
  readonly id: string
  readonly name: string
}

/** Bars that are drawn; the table has them all. */
const drawn = 8

/** Takings by something, most first. `counted`: what their count is of. */
export function TakingsBars(props: {
  readonly title: string
  readonly rows: readonly NamedTakings[]
  readonly counted: 'pieces' | 'sales'
  readonly testId: string
}) {
  const { say } = useWords()
  const { rows } = props
  const shown = rows.slice(0, drawn)
  const left = rows.length - shown.length
  return (
    <Chart
      title={props.title}
      table={takingsTable(rows, say)}
      testId={props.testId}
      {...(shown.some(({ refunds }) => refunds !== 0) ? { note: say('reports.backNote') } : {})}
    >
      <Bars
        rows={shown.map((row) => ({
          ...row,
          key: row.id,
          value: <Amount minor={row.net} />,
          more: [
            say(props.counted === 'pieces' ? 'reports.fewPieces' : 'reports.fewSales', { count: row.count }),
            ...(row.refunds === 0 ? [] : [say('reports.back', { amount: amountIn(-row.refunds, say) })]),
          ].join(' · '),
        }))}
      />
      {left === 0 ? null : <p>{say('reports.others', { count: left })}</p>}
    </Chart>
  )
}
