import { useState } from 'react'
import type { Bargained } from '#shared/books/reports/bargaining.ts'
import type { Report } from '#shared/books/reports/report.ts'
import { amountIn } from '../../../i18n/amount-in.ts'
import { countIn } from '../../../i18n/count-in.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { Amount } from '../../../widgets/Amount.tsx'
import { Choice } from '../../../widgets/Choice.tsx'
import { Bars } from '../../../widgets/charts/Bars.tsx'
import { Chart } from '../../../widgets/charts/Chart.tsx'
import css from './Bargaining.module.css'
import { categoryWords, shareIn } from './report-words.ts'

const cuts = ['categories', 'cashiers', 'makers'] as const
type Cut = (typeof cuts)[number]

/** No key of anything. */
const restId = ' rest'

const drawn = 5

/** What bargaining cost: how much of the labels was let go, over how many lines, and where. */
export function Bargaining({ report }: { readonly report: Report }) {
  const words = useWords()
  const { say } = words
  const [cut, setCut] = useState<Cut>('categories')
  const { total, online, returned } = report.bargaining
  const { rows, rest } = report.bargaining[cut]
  const nameOf = (key: string | null): string =>
    cut === 'categories' ? categoryWords(key, words) : (key ?? say('reports.noMaker'))
  const named: readonly (Bargained & { readonly id: string; readonly name: string })[] = [
    ...rows.map((row) => ({ ...row, id: String(row.key), name: nameOf(row.key) })),
    ...(rest === null
      ? []
      : [
          {
            ...rest,
            id: restId,
            name: say('reports.others', { count: rest.keys, shown: countIn(rest.keys) }),
          },
        ]),
  ]
  const note =
    total.bargained === 0
      ? say('reports.bargain.none')
      : say('reports.bargain.sentence', {
          posted: amountIn(total.posted, say),
          given: amountIn(total.given, say),
        })
  return (
    <Chart
      title={say('reports.chart.bargaining')}
      note={note}
      testId="chart-bargaining"
      tools={
        <>
          {total.bargained === 0 ? null : (
            <p className={css.share}>
              <strong data-testid="bargained-share">{shareIn(total.permille)}</strong>{' '}
              {say('reports.bargain.share')}
            </p>
          )}
          <ul className={css.facts}>
            <li>
              {say('reports.bargain.lines', {
                bargained: countIn(total.bargained),
                lines: countIn(total.lines),
              })}
            </li>
            <li>
              {say('reports.bargain.under', {
                count: total.belowFloor,
                shown: countIn(total.belowFloor),
              })}
            </li>
            {returned === 0 ? null : (
              <li>{say('reports.bargain.returned', { amount: amountIn(-returned, say) })}</li>
            )}
            {online === 0 ? null : (
              <li>{say('reports.bargain.online', { amount: amountIn(online, say) })}</li>
            )}
          </ul>
          {total.bargained === 0 ? null : (
            <div className={css.cuts}>
              <Choice
                label={say('reports.bargain.by')}
                chosen={cut}
                onChoose={setCut}
                options={cuts.map((key) => ({
                  key,
                  face: say(`reports.bargain.by.${key}`),
                  testId: `bargain-${key}`,
                }))}
              />
            </div>
          )}
        </>
      }
      table={{
        columns: [
          say('reports.column.name'),
          say('reports.column.bargained'),
          say('reports.column.under'),
          say('reports.column.posted'),
          say('reports.column.given'),
          say('reports.column.share'),
        ],
        rows: named.map(({ id, name, bargained, belowFloor, posted, given, permille }) => ({
          key: id,
          cells: [
            name,
            countIn(bargained),
            countIn(belowFloor),
            amountIn(posted, say),
            amountIn(given, say),
            shareIn(permille),
          ],
        })),
      }}
    >
      <Bars
        rows={named
          .filter(({ bargained }) => bargained > 0)
          .slice(0, drawn)
          .map(({ id, name, given, posted, permille }) => ({
            key: id,
            many: id === restId,
            name,
            value: <Amount minor={given} />,
            more: say('reports.bargain.of', { share: shareIn(permille), posted: amountIn(posted, say) }),
            net: given,
            sales: given,
            refunds: 0,
          }))}
      />
    </Chart>
  )
}
