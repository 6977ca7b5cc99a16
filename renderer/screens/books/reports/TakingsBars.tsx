import type { Breakdown, Takings } from '#shared/books/reports/report.ts'
import { firstOf } from '#shared/books/reports/takings.ts'
import { amountIn } from '../../../i18n/amount-in.ts'
import { countIn } from '../../../i18n/count-in.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { Amount } from '../../../widgets/Amount.tsx'
import { Bars } from '../../../widgets/charts/Bars.tsx'
import { Chart } from '../../../widgets/charts/Chart.tsx'
import { takingsTable } from './takings-table.ts'

export interface NamedTakings extends Takings {
  readonly id: string
  readonly name: string
}

/** No key of anything. */
const restId = ' rest'

/** Bars that are drawn, the others' among them; the table has a line for each. */
const drawn = 6

/** Takings by something, most first; together they are all of the takings. `counted`: what their count is of. */
export function TakingsBars(props: {
  readonly title: string
  readonly of: Breakdown<NamedTakings>
  readonly counted: 'pieces' | 'sales'
  readonly testId: string
}) {
  const { say } = useWords()
  const lines = ({ rows, rest }: Breakdown<NamedTakings>): readonly NamedTakings[] =>
    rest === null
      ? rows
      : [
          ...rows,
          {
            ...rest,
            id: restId,
            name: say('reports.others', { count: rest.keys, shown: countIn(rest.keys) }),
          },
        ]
  const shown = lines(firstOf(props.of, drawn))
  const countWords = (count: number): string =>
    say(props.counted === 'pieces' ? 'reports.fewPieces' : 'reports.fewSales', {
      count,
      shown: countIn(count),
    })
  return (
    <Chart
      title={props.title}
      table={takingsTable(lines(props.of), say)}
      testId={props.testId}
      {...(shown.some(({ refunds }) => refunds !== 0) ? { note: say('reports.backNote') } : {})}
    >
      <Bars
        rows={shown.map((row) => ({
          ...row,
          key: row.id,
          many: row.id === restId,
          value: <Amount minor={row.net} />,
          more: [
            countWords(row.count),
            ...(row.refunds === 0 ? [] : [say('reports.back', { amount: amountIn(-row.refunds, say) })]),
          ].join(' · '),
        }))}
      />
    </Chart>
  )
}
