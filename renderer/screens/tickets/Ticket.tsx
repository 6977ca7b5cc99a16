import { useQuery } from '@tanstack/react-query'
import { useCounter, useTillQueries } from '../../api/till.tsx'
import { useWords } from '../../i18n/Words.tsx'
import { Loading } from '../../widgets/EmptyState.tsx'
import { PngPicture } from '../../widgets/PngPicture.tsx'
import { RefusalNote } from '../../widgets/RefusalNote.tsx'
import { Unread } from '../../widgets/Unread.tsx'
import { TicketPapers } from '../papers/TicketPapers.tsx'
import css from './Ticket.module.css'
import { TicketActions } from './TicketActions.tsx'
import { TicketHead } from './TicketHead.tsx'
import { TicketLines } from './TicketLines.tsx'

/** One ticket: its receipt as it was printed, its lines, and what can be done with it. */
export function Ticket({
  number,
  onGoTo,
}: {
  readonly number: number
  readonly onGoTo: (number: number) => void
}) {
  const { say } = useWords()
  const queries = useTillQueries()
  // A refund made meanwhile changes what is left of this ticket.
  const newest = useCounter()?.done?.ticket ?? null
  const detail = useQuery({
    ...queries.tickets.get.queryOptions({ input: { number } }),
    queryKey: [...queries.tickets.get.queryKey({ input: { number } }), newest],
    placeholderData: (before) => before,
  })
  const picture = useQuery({
    ...queries.papers.picture.queryOptions({ input: { kind: 'receipt', ticket: number } }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (detail.isError && detail.data === undefined) return <Unread onRetry={() => void detail.refetch()} />
  if (detail.data === undefined) return <Loading label={say('tickets.loading')} rows={4} />
  if (!detail.data.ok) return <RefusalNote refusal={detail.data.refusal} />
  const held = detail.data.value
  return (
    <article className={css.ticket} aria-label={say('tickets.number', { number: String(number) })}>
      <div className={css.facts}>
        <TicketHead detail={held} onGoTo={onGoTo} />
        <TicketLines detail={held} />
        <TicketActions detail={held} />
        <TicketPapers detail={held} onChanged={() => void detail.refetch()} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: paper that scrolls must be reachable by keyboard */}
      <div className={css.paper} tabIndex={0}>
        {picture.data?.ok ? (
          <div className={css.sheet}>
            <PngPicture
              png={picture.data.value.png}
              label={say('tickets.picture', { number: String(number) })}
              testId="ticket-picture"
            />
          </div>
        ) : picture.isPending ? (
          <Loading label={say('tickets.loading')} rows={6} />
        ) : (
          <p className={css.missing}>{say('tickets.picture.missing')}</p>
        )}
      </div>
    </article>
  )
}
