import type { OnlineOrderView, OnlineTaskView } from '#shared/contract/marketplace.ts'
import type { OnlineOrderId } from '#shared/marketplace/order.ts'
import { nameIn } from '../../../i18n/name-in.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { numberIn } from '../orders/OrderHead.tsx'
import css from './Tasks.module.css'

/** What happened to an order with a task, in a sentence a piece. */
export function TaskHappened(props: {
  readonly view: OnlineOrderView
  readonly task: OnlineTaskView
  readonly numberOf: (order: OnlineOrderId) => string
}) {
  const { say } = useWords()
  const { view, task } = props
  if (task.kind === 'returned')
    return <p>{say('market.task.returned.body', { ticket: String(view.ticket ?? '') })}</p>
  if (task.odd !== null)
    return (
      <>
        <p>{say(`market.task.odd.${task.odd.because}`)}</p>
        {task.odd.text === '' ? null : (
          <p className={css.quiet}>
            {say('market.task.odd.text')} <q dir="auto">{task.odd.text}</q>
          </p>
        )}
      </>
    )
  const others = view.order.lines.length > task.lost.length
  return (
    <>
      {task.lost.map((lost) => (
        <LostPiece key={lost.sku} lost={lost} numberOf={props.numberOf} />
      ))}
      {others ? <p className={css.quiet}>{say('market.task.lost.other')}</p> : null}
    </>
  )
}

function LostPiece(props: {
  readonly lost: OnlineTaskView['lost'][number]
  readonly numberOf: (order: OnlineOrderId) => string
}) {
  const { say, language } = useWords()
  const { name, to, here } = props.lost
  const piece = `\u2068${nameIn(name, language)}\u2069`
  if (to.kind === 'order')
    return <p>{say('market.task.lost.order', { piece, order: numberIn(props.numberOf(to.order)) })}</p>
  return (
    <p data-testid="lost-to" data-ticket={to.ticket.number}>
      {say(here ? 'market.task.lost.ticket' : 'market.task.lost.otherTill', {
        piece,
        ticket: String(to.ticket.number),
      })}
    </p>
  )
}
