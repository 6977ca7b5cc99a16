import type { TakenOrder } from '#shared/marketplace/order.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { numberIn } from '../orders/OrderHead.tsx'
import { SettledOtherwise } from './SettledOtherwise.tsx'

/** How the task of an order was settled without the marketplace. */
export function CloseTask({ order, onClose }: { readonly order: TakenOrder; readonly onClose: () => void }) {
  const { say } = useWords()
  return (
    <SettledOtherwise
      title={say('market.task.other.title', { number: numberIn(order.number) })}
      body={say('market.task.other.body')}
      hint={say('market.task.other.note.hint')}
      question={(till, note) => till.marketplace.closeTask({ order: order.id, note })}
      onClose={onClose}
    />
  )
}
