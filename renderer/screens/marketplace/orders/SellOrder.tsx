import { useState } from 'react'
import type { OnlineOrderView } from '#shared/contract/marketplace.ts'
import type { OrderMove } from '#shared/marketplace/online.ts'
import { useSend } from '../../../api/ask.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { Button } from '../../../widgets/Button.tsx'
import { Dialog } from '../../../widgets/Dialog.tsx'
import { RefusalNote } from '../../../widgets/RefusalNote.tsx'
import { TextEntry } from '../../../widgets/TextEntry.tsx'
import { numberIn } from './OrderHead.tsx'
import { OrderLines } from './OrderLines.tsx'
import css from './Orders.module.css'
import { SoldOrder } from './SoldOrder.tsx'

/** Longest the till takes of each. */
const longest = 80

/** The goods of an order leave the shop, by hand or by carrier; what the till refuses is said here, in its place. */
export function SellOrder(props: {
  readonly view: OnlineOrderView
  readonly way: 'handOver' | 'ship'
  readonly onClose: () => void
}) {
  const { say, money } = useWords()
  const { send, busy, refusal, clear } = useSend()
  const [carrier, setCarrier] = useState('')
  const [tracking, setTracking] = useState('')
  const [sold, setSold] = useState(false)
  const { view, way, onClose } = props
  const { order, buyer } = view
  const sell = async () => {
    const move: OrderMove =
      way === 'handOver'
        ? { to: 'handedOver' }
        : { to: 'shipped', carrier: carrier.trim(), tracking: tracking.trim() }
    if ((await send({ type: 'sellOnlineOrder', order: order.id, move })).ok) setSold(true)
  }
  if (sold) return <SoldOrder order={order} onClose={onClose} />
  return (
    <Dialog
      title={say(`market.${way}.title`, { number: numberIn(order.number) })}
      testId="sell-order"
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{say('market.sell.no')}</Button>
          <Button look="primary" busy={busy} testId="confirm-sell" onPress={() => void sell()}>
            {say(`market.${way}.yes`)}
          </Button>
        </>
      }
    >
      <div className={css.dialog}>
        <OrderLines order={order} />
        {way === 'handOver' && buyer !== null ? (
          <p className={css.name}>{say('market.handOver.name', { name: `\u2068${buyer.name}\u2069` })}</p>
        ) : null}
        {way === 'ship' ? (
          <>
            <TextEntry
              label={say('market.ship.carrier')}
              value={carrier}
              onChange={(text) => {
                clear()
                setCarrier(text)
              }}
              maxLength={longest}
              hint={say('market.ship.carrier.hint')}
              testId="ship-carrier"
              autoFocus
            />
            <TextEntry
              label={say('market.ship.tracking')}
              value={tracking}
              onChange={(text) => {
                clear()
                setTracking(text)
              }}
              maxLength={longest}
              direction="ltr"
              hint={say('market.ship.tracking.hint')}
              testId="ship-tracking"
            />
          </>
        ) : null}
        <p className={css.quiet}>{say('market.sell.becomes', { amount: money(order.total) })}</p>
        <RefusalNote refusal={refusal} />
      </div>
    </Dialog>
  )
}
