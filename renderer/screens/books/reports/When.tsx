import { columnsOf, fullest, hoursInOrder } from '#shared/books/reports/columns.ts'
import type { Report, TakingsRow } from '#shared/books/reports/report.ts'
import { dayAfter, weekdayOf } from '#shared/books/reports/span.ts'
import type { BusinessDay } from '#shared/kernel/stamp.ts'
import { amountIn } from '../../../i18n/amount-in.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { dayIn } from '../../../i18n/when.ts'
import { Chart } from '../../../widgets/charts/Chart.tsx'
import { TimeColumns } from '../../../widgets/charts/TimeColumns.tsx'
import { dayWords, hourWords, longDayIn, monthIn, weekdayIn } from './report-words.ts'
import { takingsTable } from './takings-table.ts'

interface Named {
  readonly short: string
  readonly long: string
}

/** When money came: hours of the day, days of the week, days or weeks or months of a season. */
export function When({ report }: { readonly report: Report }) {
  const { say, locale } = useWords()
  const { kind } = report
  const { unit, rows } = columnsOf(report)
  const dayName = (day: BusinessDay): Named => {
    if (kind === 'week') return { short: weekdayIn(day, locale, 'short'), long: longDayIn(day, locale) }
    if (unit === 'day') return { short: String(Number(day.slice(8))), long: longDayIn(day, locale) }
    if (unit === 'week') {
      return { short: dayIn(day).slice(0, 5), long: say('reports.week.of', { day: dayWords(day) }) }
    }
    if (unit === 'year') return { short: day.slice(0, 4), long: day.slice(0, 4) }
    return { short: monthIn(day, locale), long: `${monthIn(day, locale, 'long')} ${day.slice(0, 4)}` }
  }
  const weekdays = Array.from({ length: 7 }, (_, place) => {
    const day = dayAfter(report.range.from, place)
    return { weekday: weekdayOf(day), name: weekdayIn(day, locale) }
  })
  const weekdayName = (key: number): Named => {
    const long = weekdays.find(({ weekday }) => weekday === key)?.name ?? ''
    return { short: long, long }
  }
  return (
    <>
      {kind === 'day' ? null : (
        <Strip title={say(`reports.chart.${unit}s`)} rows={rows} nameOf={dayName} testId="chart-days" />
      )}
      <Strip
        title={say('reports.chart.hours')}
        rows={hoursInOrder(report.hours)}
        nameOf={(hour) => ({ short: String(hour), long: hourWords(hour, say) })}
        testId="chart-hours"
      />
      {kind === 'season' ? (
        <Strip
          title={say('reports.chart.weekdays')}
          rows={report.weekdays}
          nameOf={weekdayName}
          testId="chart-weekdays"
        />
      ) : null}
    </>
  )
}

function Strip<Key extends string | number>(props: {
  readonly title: string
  readonly rows: readonly TakingsRow<Key>[]
  readonly nameOf: (key: Key) => Named
  readonly testId: string
}) {
  const { say } = useWords()
  const { rows, nameOf } = props
  const most = fullest(rows)
  const note = [
    ...(most === null
      ? []
      : [say('reports.most', { what: nameOf(most.key).long, amount: amountIn(most.net, say) })]),
    ...(rows.some(({ refunds }) => refunds !== 0) ? [say('reports.backNote')] : []),
  ].join(' · ')
  return (
    <Chart
      title={props.title}
      note={note}
      table={takingsTable(
        rows.map((row) => ({ ...row, id: String(row.key), name: nameOf(row.key).long })),
        say,
      )}
      testId={props.testId}
    >
      <TimeColumns
        columns={rows.map((row) => ({ ...row, key: String(row.key), name: nameOf(row.key).short }))}
        most={most === null ? null : String(most.key)}
      />
    </Chart>
  )
}
