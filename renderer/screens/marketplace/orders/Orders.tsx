import { useState } from 'react'
import type { MarketView, OnlineOrderView } from '#shared/contract/marketplace.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { EmptyState } from '../../../widgets/EmptyState.tsx'
import { Part } from '../../../widgets/ScrollPage.tsx'
import { CancelOrder } from './CancelOrder.tsx'
import { LookForOrders } from './LookForOrders.tsx'
import { type OrderAct, OrderCard } from './OrderCard.tsx'
import css from './Orders.module.css'
import { PastOrders } from './PastOrders.tsx'
import { SellOrder } from './SellOrder.tsx'

/** Orders that wait to leave the shop, oldest first, and those that have ended. */
export function Orders({ view }: { readonly view: MarketView }) {
  const { say } = useWords()
  // Kept here: an order that is sold leaves the list, and its ticket is still to be said.
  const [acting, setActing] = useState<{ readonly act: OrderAct; readonly on: OnlineOrderView } | null>(null)
  const close = () => setActing(null)
  return (
    <>
      <Part
        title={say('market.orders.open')}
        testId="open-orders"
        tools={view.connection === null ? null : <LookForOrders connection={view.connection} />}
      >
        {view.open.length === 0 ? (
          <EmptyState
            icon="globe"
            title={say('market.orders.none.title')}
            body={say('market.orders.none.body')}
          />
        ) : (
          <div className={css.cards}>
            {view.open.map((each) => (
              <OrderCard key={each.order.id} view={each} onAct={(act) => setActing({ act, on: each })} />
            ))}
          </div>
        )}
      </Part>
      <PastOrders view={view} />
      {acting === null ? null : acting.act === 'cancel' ? (
        <CancelOrder view={acting.on} onClose={close} />
      ) : (
        <SellOrder view={acting.on} way={acting.act} onClose={close} />
      )}
    </>
  )
}
