import type { OnlineOrderView } from '#shared/contract/marketplace.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { whenIn } from '../../../i18n/when.ts'
import { Icon } from '../../../widgets/Icon.tsx'
import { OrderState } from './OrderState.tsx'
import css from './Orders.module.css'

/** A number inside a sentence, in its own direction. */
export const numberIn = (number: string): string => `\u2068${number}\u2069`

/** Which order it is, whether it is paid, and how it leaves. */
export function OrderHead({ view }: { readonly view: OnlineOrderView }) {
  const { say } = useWords()
  const { order, state } = view
  return (
    <header className={css.head}>
      <div>
        <h3 className={css.number}>{say('market.order', { number: numberIn(order.number) })}</h3>
        <p className={css.quiet}>{say('market.order.placed', { when: whenIn(order.placedAt) })}</p>
      </div>
      <div className={css.states}>
        <OrderState state={state} />
        <span className={css.delivery}>
          <Icon name={order.delivery === 'pickUp' ? 'person' : 'globe'} size={20} />
          {say(`market.order.${order.delivery}`)}
        </span>
      </div>
    </header>
  )
}
