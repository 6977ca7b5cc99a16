import { useQuery } from '@tanstack/react-query'
import type { TakenOrder } from '#shared/marketplace/order.ts'
import { useMarketplace, useTillQueries } from '../../../api/till.tsx'
import { useWords } from '../../../i18n/Words.tsx'
import { Button } from '../../../widgets/Button.tsx'
import { Dialog } from '../../../widgets/Dialog.tsx'
import { Mark } from '../../../widgets/Mark.tsx'
import { numberIn } from './OrderHead.tsx'
import css from './Orders.module.css'

/** It was sold a moment ago: among the newest that have ended. */
const newest = 20

/** The order has left the shop: its ticket, and that the buyer is told. */
export function SoldOrder({ order, onClose }: { readonly order: TakenOrder; readonly onClose: () => void }) {
  const { say } = useWords()
  // Read again with each view, until the one that knows the sale.
  const open = useMarketplace()?.open.some(({ order: { id } }) => id === order.id) ?? true
  const past = useQuery({
    ...useTillQueries().marketplace.pastOrders.queryOptions({ input: { before: null, limit: newest } }),
    enabled: !open,
    staleTime: 0,
  })
  const ticket = past.data?.find((each) => each.order.id === order.id)?.ticket ?? null
  return (
    <Dialog
      title={say('market.order', { number: numberIn(order.number) })}
      testId="order-sold"
      onClose={onClose}
      foot={
        <Button look="primary" autoFocus testId="order-sold-close" onPress={onClose}>
          {say('app.close')}
        </Button>
      }
    >
      <div className={css.sold}>
        <Mark icon="tick" size={40} tone="good" className={css.mark} />
        <p className={css.done}>{say('market.sold')}</p>
        <p className={css.ticket} data-testid="sold-ticket" data-ticket={ticket}>
          {ticket === null ? null : say('market.sold.ticket', { number: String(ticket) })}
        </p>
        <p className={css.quiet}>{say('market.sold.body')}</p>
      </div>
    </Dialog>
  )
}
