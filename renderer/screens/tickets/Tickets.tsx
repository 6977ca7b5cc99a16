import { useState } from 'react'
import type { CheckoutView } from '#shared/checkout/view.ts'
import { useCounter } from '../../api/till.tsx'
import { Frame, PageTitle } from '../../app/Frame.tsx'
import { useWords } from '../../i18n/Words.tsx'
import { EmptyState } from '../../widgets/EmptyState.tsx'
import { Ticket } from './Ticket.tsx'
import { TicketList } from './TicketList.tsx'
import css from './Tickets.module.css'

/**
 * What the terminal just did or would not do with a past ticket: the cashier comes back to that, not to an empty
 * page.
 */
function justGivenBack(view: CheckoutView | null): number | null {
  const done = view?.done ?? null
  return view?.notGivenBack?.ticket ?? (done?.kind === 'refund' ? done.ticket : null)
}

/** Finished tickets: the list beside the one that is looked at. */
export function Tickets() {
  const { say } = useWords()
  const view = useCounter()
  const [chosen, setChosen] = useState<number | null>(() => justGivenBack(view))
  return (
    <Frame middle={<PageTitle>{say('app.tickets')}</PageTitle>}>
      <div className={css.panes}>
        <TicketList chosen={chosen} onChoose={setChosen} />
        {chosen === null ? (
          <EmptyState icon="ticket" title={say('tickets.choose.title')} body={say('tickets.choose.body')} />
        ) : (
          <Ticket key={chosen} number={chosen} onGoTo={setChosen} />
        )}
      </div>
    </Frame>
  )
}
