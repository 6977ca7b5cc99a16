import { useQuery } from '@tanstack/react-query'
import type { ClosingDetail } from '#shared/contract/books/closings-door.ts'
import type { Seq, ShiftId } from '#shared/kernel/ids.ts'
import { useTillQueries } from '../../../api/till.tsx'
import { useWords } from '../../../i18n/Words.tsx'
import { whenIn } from '../../../i18n/when.ts'
import { Button } from '../../../widgets/Button.tsx'
import { Loading } from '../../../widgets/EmptyState.tsx'
import { Fact, Facts } from '../../../widgets/Facts.tsx'
import { RefusalNote } from '../../../widgets/RefusalNote.tsx'
import { Part } from '../../../widgets/ScrollPage.tsx'
import { Unread } from '../../../widgets/Unread.tsx'
import { ReportButton } from '../../shift/ReportButton.tsx'
import { ClosingFiguresView } from './ClosingFiguresView.tsx'
import css from './Closings.module.css'
import { closingName, daysIn } from './closing-names.ts'
import { PrintClosing } from './PrintClosing.tsx'
import { Seal } from './Seal.tsx'

/** One closing in full, as it was made. */
export function ClosingPage({ seq, onBack }: { readonly seq: Seq; readonly onBack: () => void }) {
  const { say } = useWords()
  const asked = useQuery(useTillQueries().closings.get.queryOptions({ input: { seq }, staleTime: 0 }))
  const body = () => {
    if (asked.isError) return <Unread onRetry={() => void asked.refetch()} />
    if (asked.data === undefined) return <Loading label={say('closings.loading')} rows={6} />
    if (!asked.data.ok) return <RefusalNote refusal={asked.data.refusal} />
    return <Detail detail={asked.data.value} />
  }
  return (
    <>
      <div className={css.back}>
        <Button look="quiet" icon="back" testId="closing-back" onPress={onBack}>
          {say('closings.back')}
        </Button>
      </div>
      {body()}
    </>
  )
}

function Detail({ detail }: { readonly detail: ClosingDetail }) {
  const { say } = useWords()
  const { closing, terminals } = detail
  const { tickets, grandTotal, absoluteTotal, restores } = closing
  const number = say('closings.number', { number: `\u2066${closing.number}\u2069` })
  return (
    <>
      <Part title={`${closingName(closing)} · ${number}`} testId="closing">
        <Facts figures>
          <Fact name={say('closings.days')}>{daysIn(closing.days)}</Fact>
          <Fact name={say('closings.closed')}>{whenIn(closing.closedAt)}</Fact>
          <Fact name={say('closings.by')}>
            <bdi>{closing.by}</bdi>
          </Fact>
          <Fact name={say('closings.range')}>
            {tickets === null ? (
              say('closings.range.none')
            ) : (
              <bdi dir="ltr">
                {tickets.first} – {tickets.last}
              </bdi>
            )}
          </Fact>
        </Facts>
        {closing.period === 'shift' ? (
          <ReportButton shift={closing.of as ShiftId} strip="z" />
        ) : (
          <PrintClosing seq={detail.seq} />
        )}
      </Part>
      <ClosingFiguresView
        figures={closing.figures}
        notes={closing.notes}
        terminals={terminals}
        ever={{ grand: grandTotal, absolute: absoluteTotal, restores }}
        isCounted
      />
      <Seal detail={detail} />
    </>
  )
}
