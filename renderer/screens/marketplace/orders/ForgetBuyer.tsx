import type { TakenOrder } from '#shared/marketplace/order.ts'
import { useAsk } from '../../../api/ask.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { Button } from '../../../widgets/Button.tsx'
import { Dialog } from '../../../widgets/Dialog.tsx'
import { RefusalNote } from '../../../widgets/RefusalNote.tsx'
import { numberIn } from './OrderHead.tsx'
import css from './Orders.module.css'

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
    <Dialog
      title={say('market.forget.title', { number: numberIn(order.number) })}
      testId="forget-dialog"
      onClose={onClose}
      foot={
        <>
          <Button autoFocus onPress={onClose}>
            {say('market.forget.keep')}
          </Button>
          <Button look="danger" busy={busy} testId="confirm-forget" onPress={() => void forget()}>
            {say('market.forget')}
          </Button>
        </>
      }
    >
      <div className={css.dialog}>
        <p>{say('market.forget.body')}</p>
        <RefusalNote refusal={refusal} />
      </div>
    </Dialog>
  )
}
