import { useState } from 'react'
import type { MarketView, OnlineOrderView } from '#shared/contract/marketplace.ts'
import type { OnlineOrderId } from '#shared/marketplace/order.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { EmptyState } from '../../../widgets/EmptyState.tsx'
import { Part } from '../../../widgets/ScrollPage.tsx'
import { CancelOrder } from '../orders/CancelOrder.tsx'
import { CloseTask } from './CloseTask.tsx'
import type { TaskAct } from './TaskActions.tsx'
import { TaskCard } from './TaskCard.tsx'
import css from './Tasks.module.css'

/** Every online order that needs a person, oldest first: at most one task an order. */
export function Tasks({ view }: { readonly view: MarketView }) {
  const { say } = useWords()
  const [acting, setActing] = useState<{ readonly act: TaskAct; readonly on: OnlineOrderView } | null>(null)
  const { tasks, open } = view
  const close = () => setActing(null)
  const numberOf = (id: OnlineOrderId): string =>
    [...tasks, ...open].find(({ order }) => order.id === id)?.order.number ?? id
  return (
    <Part title={say('market.place.tasks')} testId="tasks">
      {tasks.length === 0 ? (
        <EmptyState icon="tick" title={say('market.tasks.none.title')} body={say('market.tasks.none.body')} />
      ) : (
        <div className={css.cards}>
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
