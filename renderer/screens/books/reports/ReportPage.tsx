import type { ReportView } from '#shared/contract/books/reports-door.ts'
import { useHouse } from '../../../api/till.tsx'
import { useWords } from '../../../i18n/Words.tsx'
import { EmptyState } from '../../../widgets/EmptyState.tsx'
import { Bargaining } from './Bargaining.tsx'
import { Headline } from './Headline.tsx'
import { How } from './How.tsx'
import css from './ReportPage.module.css'
import { What } from './What.tsx'
import { When } from './When.tsx'

/** A report as it is read: the number, then when, what, how, and what bargaining cost. On paper, one A4 page. */
export function ReportPage({ view, stale }: { readonly view: ReportView; readonly stale: boolean }) {
  const { say, language } = useWords()
  const named = useHouse()?.settings?.shop
  const shop = (language === 'ar' ? named?.nameAr || named?.name : named?.name) ?? ''
  const { report, firstDay } = view
  const { totals, kind, running } = report
  if (firstDay === null)
    return <EmptyState icon="book" title={say('reports.never')} body={say('reports.never.body')} />
  const empty = totals.count === 0 && totals.refundTickets === 0
  const none = kind !== 'day' ? 'span' : running ? 'today' : 'day'
  return (
    <article className={css.report} aria-busy={stale} data-testid="report" data-kind={kind}>
      <p className={css.paper}>{say('reports.paper', { shop })}</p>
      <Headline report={report} empty={empty} />
      {empty ? (
        <EmptyState
          icon="ticket"
          title={say(`reports.empty.${none}`)}
          body={say(running ? 'reports.empty.body' : 'reports.empty.past')}
        />
      ) : (
        <>
          <section className={css.wide} data-strips={kind} aria-label={say('reports.when')}>
            <When report={report} />
          </section>
          <section className={css.drawings} aria-label={say('reports.what')}>
            <What report={report} />
          </section>
          <section className={css.pair} aria-label={say('reports.how')}>
            <div className={css.stack}>
              <How report={report} />
            </div>
            <Bargaining report={report} />
          </section>
        </>
      )}
    </article>
  )
}
