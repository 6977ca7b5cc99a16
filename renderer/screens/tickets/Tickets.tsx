import { useState } from 'react'
import { Frame, PageTitle } from '../../app/Frame.tsx'
import { useWords } from '../../i18n/Words.tsx'
import { EmptyState } from '../../widgets/EmptyState.tsx'
import { Ticket } from './Ticket.tsx'
import { TicketList } from './TicketList.tsx'
import css from './Tickets.module.css'

/** Finished tickets: the list beside the one that is looked at. */
export function Tickets() {
  const { say } = useWords()
  const [chosen, setChosen] = useState<number | null>(null)
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
