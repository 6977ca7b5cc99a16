import { memo } from 'react'
import type { TicketCard } from '#shared/contract/contract.ts'
import { useWords } from '../../i18n/Words.tsx'
import { whenIn } from '../../i18n/when.ts'
import { Amount } from '../../widgets/Amount.tsx'
import css from './TicketRow.module.css'
import { tenderName } from './tender-name.ts'

/** One ticket of the list; a refund stands with a minus and its word. */
export const TicketRow = memo(function TicketRow(props: {
  readonly card: TicketCard
  readonly chosen: boolean
  readonly onChoose: (number: number) => void
}) {
  const { say } = useWords()
  const { card } = props
  const refund = card.kind === 'refund'
  return (
    <button
      type="button"
      className={css.row}
      data-testid={`ticket-${card.number}`}
      data-kind={card.kind}
      aria-current={props.chosen}
      onClick={() => props.onChoose(card.number)}
    >
      <span className={css.what}>
        <span className={css.number}>
          {say(refund ? 'tickets.refundNumber' : 'tickets.number', { number: String(card.number) })}
        </span>
        <span className={css.when}>{say('tickets.by', { date: whenIn(card.at), name: card.cashier })}</span>
      </span>
      <span className={css.money}>
        <span className={css.gross}>
          <Amount minor={refund ? -card.gross : card.gross} />
        </span>
        <span className={css.when}>{card.tenders.map((kind) => tenderName(kind, say)).join(' + ')}</span>
      </span>
    </button>
  )
})
