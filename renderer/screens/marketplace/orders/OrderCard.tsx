import type { OnlineOrderView } from '#shared/contract/marketplace.ts'
import { useInCharge } from '../../../api/in-charge.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { Button } from '../../../widgets/Button.tsx'
import { Card } from '../../../widgets/Card.tsx'
import { TroubleNote } from '../TroubleNote.tsx'
import { BuyerFacts } from './BuyerFacts.tsx'
import { OrderHead } from './OrderHead.tsx'
import { OrderLines } from './OrderLines.tsx'
import css from './Orders.module.css'

/** What can be done with an open order. */
export type OrderAct = 'handOver' | 'ship' | 'cancel'

/** An order that waits to leave the shop: what is in it, whose it is, and handing it over or sending it. */
export function OrderCard(props: {
  readonly view: OnlineOrderView
  readonly onAct: (act: OrderAct) => void
}) {
  const { say } = useWords()
  const inCharge = useInCharge()
  const { view, onAct } = props
  const { order, state, cancelling, setAside } = view
  const unpaid = state !== 'paid'
  const usual = order.delivery === 'pickUp' ? 'handOver' : 'ship'
  const acts = usual === 'handOver' ? (['handOver', 'ship'] as const) : (['ship', 'handOver'] as const)
  return (
    <Card roomy data-testid={`order-${order.number}`} data-state={state} data-cancelling={cancelling}>
      <OrderHead view={view} />
      <div className={css.halves}>
        <OrderLines order={order} />
        <BuyerFacts buyer={view.buyer} sent={order.delivery === 'ship'} />
      </div>
      {setAside !== null ? (
        <TroubleNote trouble={setAside} title={say('market.task.setAside')} />
      ) : cancelling ? (
        <p className={css.note}>{say('market.order.cancelling')}</p>
      ) : unpaid ? (
        <p className={css.note}>{say('market.order.unpaid')}</p>
      ) : null}
      <div className={css.buttons}>
        {cancelling
          ? null
          : acts.map((act) => (
              <Button
                key={act}
                look={act === usual && !unpaid ? 'primary' : 'plain'}
                size="large"
                icon={act === 'handOver' ? 'byHand' : 'net'}
                isDisabled={unpaid}
                testId={`${act}-${order.number}`}
                onPress={() => onAct(act)}
              >
                {say(`market.${act}`)}
              </Button>
            ))}
        {inCharge && (!cancelling || setAside !== null) ? (
          <Button look="quiet" icon="undo" testId={`cancel-${order.number}`} onPress={() => onAct('cancel')}>
            {say(unpaid ? 'market.cancel.unpaid' : 'market.cancel')}
          </Button>
        ) : null}
      </div>
    </Card>
  )
}
