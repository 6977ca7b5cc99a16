import type { OnlineOrderView } from '#shared/contract/marketplace.ts'
import { useInCharge } from '../../../api/in-charge.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { whenIn } from '../../../i18n/when.ts'
import { Amount } from '../../../widgets/Amount.tsx'
import { Button } from '../../../widgets/Button.tsx'
import { numberIn } from './OrderHead.tsx'
import { OrderState } from './OrderState.tsx'
import css from './PastOrder.module.css'

/** An order that has ended: what came of it, whose it was, and forgetting them. */
export function PastOrder({
  view,
  onForget,
}: {
  readonly view: OnlineOrderView
  readonly onForget: () => void
}) {
  const { say } = useWords()
  const inCharge = useInCharge()
  const { order, state, ticket, buyer } = view
  const number = numberIn(order.number)
  return (
    <div className={css.row} data-testid={`past-${order.number}`} data-stage={view.stage}>
      <span className={css.what}>
        <span className={css.number}>
          {say('market.order', { number })}
          {' · '}
          {ticket === null
            ? say('market.past.cancelled')
            : say('market.past.sold', { number: String(ticket) })}
        </span>
        <span className={css.quiet}>
          {whenIn(order.placedAt)}
          {' · '}
          {buyer === null ? say('market.order.forgotten') : <bdi>{buyer.name}</bdi>}
        </span>
      </span>
      <OrderState state={state} />
      <span className={css.amount}>
        <Amount minor={order.total} />
      </span>
      {inCharge && buyer !== null ? (
        <Button
          look="quiet"
          size="small"
          icon="erase"
          label={`${say('market.forget')}: ${number}`}
          testId={`forget-${order.number}`}
          onPress={onForget}
        >
          {say('market.forget')}
        </Button>
      ) : (
        <span />
      )}
    </div>
  )
}
