import type { TakenOrder } from '#shared/marketplace/order.ts'
import { useAsk } from '../../../api/ask.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { AskedOnce } from '../../../widgets/AskedOnce.tsx'
import { numberIn } from './OrderHead.tsx'

/** A buyer may ask to be forgotten (law 09-08). It cannot be taken back, so it is asked once. */
export function ForgetBuyer(props: {
  readonly order: TakenOrder
  readonly onClose: () => void
  readonly onForgotten: () => void
}) {
  const { say } = useWords()
  const { ask, busy, refusal } = useAsk()
  const { order, onClose } = props
  const forget = async () => {
    if ((await ask((till) => till.marketplace.forgetBuyer({ order: order.id }))).ok) props.onForgotten()
  }
  return (
    <AskedOnce
      title={say('market.forget.title', { number: numberIn(order.number) })}
      testId="forget-dialog"
      no={say('market.forget.keep')}
      yes={say('market.forget')}
      yesTestId="confirm-forget"
      look="danger"
      busy={busy}
      refusal={refusal}
      onClose={onClose}
      onYes={forget}
    >
      <p>{say('market.forget.body')}</p>
    </AskedOnce>
  )
}
