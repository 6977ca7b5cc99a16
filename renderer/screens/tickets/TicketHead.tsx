import type { TicketDetail } from '#shared/contract/contract.ts'
import { useWords } from '../../i18n/Words.tsx'
import { whenIn } from '../../i18n/when.ts'
import { Amount } from '../../widgets/Amount.tsx'
import { Button } from '../../widgets/Button.tsx'
import css from './TicketHead.module.css'
import { tenderName } from './tender-name.ts'

/** Number, time, cashier, total and how it was paid. */
export function TicketHead(props: {
  readonly detail: TicketDetail
  readonly onGoTo: (number: number) => void
}) {
  const { say } = useWords()
  const { ticket, at } = props.detail
  const refund = ticket.kind === 'refund'
  const from = ticket.refundOf?.number ?? null
  return (
    <header className={css.head}>
      <div>
        <h2 className={css.number}>
          {say(refund ? 'tickets.refundNumber' : 'tickets.number', { number: String(ticket.number) })}
        </h2>
        <p className={css.quiet}>{say('tickets.by', { date: whenIn(at), name: ticket.cashier })}</p>
        {from === null ? null : (
          <Button look="quiet" size="small" onPress={() => props.onGoTo(from)}>
            {say('tickets.refundOf', { number: String(from) })}
          </Button>
        )}
      </div>
      <div className={css.money}>
        <p className={css.total}>
          <Amount minor={refund ? -ticket.gross : ticket.gross} currency testId="ticket-total" />
        </p>
        <ul className={css.tenders}>
          {ticket.tenders.map((tender) => (
            <li key={tender.tenderId} className={css.quiet}>
              {tenderName(tender.kind, say)}{' '}
              {tender.kind === 'card' && tender.approval?.maskedPan ? (
                <>
                  <bdi dir="ltr">···· {tender.approval.maskedPan.slice(-4)}</bdi>{' '}
                </>
              ) : null}
              <Amount minor={tender.amount} />
            </li>
          ))}
        </ul>
      </div>
    </header>
  )
}
