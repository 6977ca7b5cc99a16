import { useState } from 'react'
import type { MarketView, OnlineOrderView } from '#shared/contract/marketplace.ts'
import type { OnlineOrderId } from '#shared/marketplace/order.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { EmptyState } from '../../../widgets/EmptyState.tsx'
import { Part } from '../../../widgets/ScrollPage.tsx'
import { CancelOrder } from '../orders/CancelOrder.tsx'
import { CloseTask } from './CloseTask.tsx'
import { SoldTwice } from './SoldTwice.tsx'
import type { TaskAct } from './TaskActions.tsx'
import { TaskCard } from './TaskCard.tsx'
import css from './Tasks.module.css'

/** Whatever needs a person, oldest first: pieces that two tills sold, and online orders, at most one task an order. */
export function Tasks({ view }: { readonly view: MarketView }) {
  const { say } = useWords()
  const [acting, setActing] = useState<{ readonly act: TaskAct; readonly on: OnlineOrderView } | null>(null)
  const { tasks, soldTwice, open } = view
  const close = () => setActing(null)
  const numberOf = (id: OnlineOrderId): string =>
    [...tasks, ...open].find(({ order }) => order.id === id)?.order.number ?? id
  return (
    <Part title={say('market.place.tasks')} testId="tasks">
      {tasks.length + soldTwice.length === 0 ? (
        <EmptyState icon="tick" title={say('market.tasks.none.title')} body={say('market.tasks.none.body')} />
      ) : (
        <div className={css.cards}>
          {soldTwice.map((piece) => (
            <SoldTwice key={piece.sku} piece={piece} />
          ))}
          {tasks.map((each) => (
            <TaskCard
              key={each.order.id}
              view={each}
              numberOf={numberOf}
              onAct={(act) => setActing({ act, on: each })}
            />
          ))}
        </div>
      )}
      {acting?.act === 'cancel' ? <CancelOrder view={acting.on} onClose={close} /> : null}
      {acting?.act === 'close' ? <CloseTask order={acting.on.order} onClose={close} /> : null}
    </Part>
  )
}
