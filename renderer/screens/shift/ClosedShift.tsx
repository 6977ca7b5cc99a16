import { useQuery } from '@tanstack/react-query'
import { useInCharge } from '../../api/in-charge.ts'
import { useTillQueries } from '../../api/till.tsx'
import { goTo } from '../../app/pages.ts'
import { useWords } from '../../i18n/Words.tsx'
import { Button } from '../../widgets/Button.tsx'
import { Loading } from '../../widgets/EmptyState.tsx'
import { Mark } from '../../widgets/Mark.tsx'
import { RefusalNote } from '../../widgets/RefusalNote.tsx'
import { Unread } from '../../widgets/Unread.tsx'
import css from './ClosedShift.module.css'
import { ReportButton } from './ReportButton.tsx'
import { Sums } from './Sums.tsx'

/** After the count: expected, counted, difference. A difference is a fact to look into, not a fault. */
export function ClosedShift({ onNext }: { readonly onNext: () => void }) {
  const { say } = useWords()
  const queries = useTillQueries()
  const inCharge = useInCharge()
  const last = useQuery({ ...queries.shift.lastClosed.queryOptions(), staleTime: 0, gcTime: 0 })
  if (last.isError) return <Unread onRetry={() => void last.refetch()} />
  if (last.data === undefined) return <Loading label={say('shift.loading')} rows={3} />
  if (!last.data.ok) return <RefusalNote refusal={last.data.refusal} />
  const drawer = last.data.value
  const verdict = drawer.difference === 0 ? 'exact' : drawer.difference > 0 ? 'over' : 'short'
  return (
    <section className={css.closed} data-testid="shift-closed" data-verdict={verdict}>
      <Mark
        icon={verdict === 'exact' ? 'tick' : 'question'}
        size={32}
        tone={verdict === 'exact' ? 'good' : 'wait'}
        className={css.mark}
      />
      <h2 className={css.title}>{say('shift.closed.title')}</h2>
      {drawer.number === null ? null : (
        <p className={css.verdict} data-testid="z-number">
          {say('closings.z', { number: `\u2066${drawer.number}\u2069` })}
        </p>
      )}
      <p className={css.verdict}>{say(`shift.closed.${verdict}`)}</p>
      <div className={css.sums}>
        <Sums
          rows={[
            { key: 'expected', label: say('shift.closed.expected'), minor: drawer.expected },
            { key: 'counted', label: say('shift.closed.counted'), minor: drawer.counted },
            {
              key: 'difference',
              label: say('shift.closed.difference'),
              minor: drawer.difference,
              strong: true,
              tone: verdict === 'exact' ? 'good' : 'wait',
            },
          ]}
        />
      </div>
      {inCharge ? (
        <>
          <div className={css.papers}>
            <ReportButton shift={drawer.shiftId} strip="z" />
            <ReportButton shift={drawer.shiftId} strip="evening" />
          </div>
          <Button
            icon="book"
            size="large"
            wide
            testId="to-report"
            onPress={() =>
              goTo('books', 'reports', ...(drawer.businessDay === null ? [] : [drawer.businessDay]))
            }
          >
            {say('reports.day')}
          </Button>
        </>
      ) : null}
      <Button size="large" wide onPress={onNext} testId="open-again">
        {say('shift.closed.next')}
      </Button>
    </section>
  )
}
