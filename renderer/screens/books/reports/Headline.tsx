import { columnsOf } from '#shared/books/reports/columns.ts'
import type { Report } from '#shared/books/reports/report.ts'
import { amountIn } from '../../../i18n/amount-in.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { whenIn } from '../../../i18n/when.ts'
import { Amount } from '../../../widgets/Amount.tsx'
import { Sparkline } from '../../../widgets/charts/Sparkline.tsx'
import { Icon } from '../../../widgets/Icon.tsx'
import css from './Headline.module.css'
import { comparedWords, shareIn, takenWords } from './report-words.ts'

/** The one number, what it is compared with, and four more that explain it. */
export function Headline({ report }: { readonly report: Report }) {
  const words = useWords()
  const { say } = words
  const { totals, compared, kind } = report
  const way = compared.permille === null || compared.more === 0 ? 'same' : compared.more > 0 ? 'more' : 'less'
  const trend = kind === 'season' ? columnsOf(report).rows.map(({ net }) => net) : []
  return (
    <section className={css.headline} data-testid="report-headline">
      <h2 className={css.what}>{takenWords(report, words)}</h2>
      <p className={css.number}>
        <Amount minor={totals.net} currency testId="report-net" />
      </p>
      <p className={css.compared} data-way={way} data-testid="report-compared">
        {way === 'same' ? null : <Icon name={way === 'more' ? 'up' : 'down'} size={28} />}
        <span>{comparedWords(report, say)}</span>
        {compared.permille === null || way === 'same' ? null : (
          <span className={css.share}>
            {way === 'more' ? '+' : '−'}
            {shareIn(Math.abs(compared.permille))}
          </span>
        )}
      </p>
      {compared.byNow === null ? null : (
        <p className={css.quiet}>
          {say(`reports.whole.${kind}`, { amount: amountIn(compared.whole.net, say) })}
        </p>
      )}
      {trend.length < 3 ? null : (
        <div className={css.trend}>
          <Sparkline values={trend} />
        </div>
      )}
      <dl className={css.facts}>
        <div>
          <dt>{say('reports.sales')}</dt>
          <dd>{totals.count}</dd>
        </div>
        <div>
          <dt>{say('reports.pieces')}</dt>
          <dd>{totals.pieces}</dd>
        </div>
        <div>
          <dt>{say('reports.average')}</dt>
          <dd>{totals.average === null ? '–' : <Amount minor={totals.average} />}</dd>
        </div>
        <div>
          <dt>{say('reports.givenBack')}</dt>
          <dd>
            <Amount minor={totals.refunds} />
            <span className={css.small}>{say('reports.refunds', { count: totals.refundTickets })}</span>
          </dd>
        </div>
      </dl>
      <p className={css.quiet}>
        {say('reports.vat')} · {say('reports.made', { when: whenIn(report.madeAt) })}
      </p>
    </section>
  )
}
