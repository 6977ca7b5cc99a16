import type { Report } from '#shared/books/reports/report.ts'
import { amountIn } from '../../../i18n/amount-in.ts'
import { countIn } from '../../../i18n/count-in.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { whenIn } from '../../../i18n/when.ts'
import { Amount } from '../../../widgets/Amount.tsx'
import { Sparkline } from '../../../widgets/charts/Sparkline.tsx'
import { Icon } from '../../../widgets/Icon.tsx'
import css from './Headline.module.css'
import { changeIn, comparedWords, takenWords } from './report-words.ts'

/** The one number, what it is compared with, and four more that explain it. `empty`: there is nothing to explain. */
export function Headline({ report, empty }: { readonly report: Report; readonly empty: boolean }) {
  const words = useWords()
  const { say } = words
  const { totals, compared, kind } = report
  const way = compared.permille === null || compared.more === 0 ? 'same' : compared.more > 0 ? 'more' : 'less'
  const { recent } = report
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
          <span className={css.share}>{changeIn(compared.permille)}</span>
        )}
      </p>
      {compared.byNow === null || compared.whole.tickets === 0 ? null : (
        <p className={css.quiet}>
          {say(`reports.whole.${kind}`, { amount: amountIn(compared.whole.net, say) })}
        </p>
      )}
      {recent.length === 0 ? null : (
        <div className={css.trend}>
          <span className={css.quiet}>{say('reports.recent', { days: recent.length })}</span>
          <Sparkline values={recent.map(({ net }) => net)} />
        </div>
      )}
      {empty ? null : (
        <dl className={css.facts}>
          <div>
            <dt>{say('reports.sales')}</dt>
            <dd>{countIn(totals.count)}</dd>
          </div>
          <div>
            <dt>{say('reports.pieces')}</dt>
            <dd>{countIn(totals.pieces)}</dd>
          </div>
          <div>
            <dt>{say('reports.average')}</dt>
            <dd>{totals.average === null ? '–' : <Amount minor={totals.average} />}</dd>
          </div>
          <div>
            <dt>{say('reports.givenBack')}</dt>
            <dd>
              <Amount minor={totals.refunds} />
              <span className={css.small}>
                {say('reports.refunds', {
                  count: totals.refundTickets,
                  shown: countIn(totals.refundTickets),
                })}
              </span>
            </dd>
          </div>
        </dl>
      )}
      <p className={css.quiet}>
        {say('reports.vat')} · {say('reports.made', { when: whenIn(report.madeAt) })}
      </p>
    </section>
  )
}
