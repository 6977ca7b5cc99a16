import { useState } from 'react'
import type { OnlineOrderView } from '#shared/contract/marketplace.ts'
import { useAsk } from '../../../api/ask.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { FormDialog } from '../../../widgets/FormDialog.tsx'
import { ManyWords } from '../../../widgets/ManyWords.tsx'
import { numberIn } from './OrderHead.tsx'
import css from './Orders.module.css'

/** The longest text the till takes. */
const longest = 2000

/** Cancels an order and gives the money back, after it was said what happens to it. */
export function CancelOrder({
  view,
  onClose,
}: {
  readonly view: OnlineOrderView
  readonly onClose: () => void
}) {
  const { say, money } = useWords()
  const { ask, busy, refusal, clear } = useAsk()
  const { order, state, task } = view
  const [reason, setReason] = useState(() => (task?.message?.reason ?? '').slice(0, longest))
  const [tried, setTried] = useState(false)
  const unpaid = state === 'placed'
  const cancel = async () => {
    setTried(true)
    if (reason.trim() === '') return
    const asked = { order: order.id, reason: reason.trim() }
    if ((await ask((till) => till.marketplace.cancelOrder(asked))).ok) onClose()
  }
  return (
    <FormDialog
      title={say('market.cancel.title', { number: numberIn(order.number) })}
      testId="cancel-dialog"
      onClose={onClose}
      refusal={refusal}
      busy={busy}
      submit={{ words: say(unpaid ? 'market.cancel.unpaid' : 'market.cancel'), testId: 'confirm-cancel' }}
      onSubmit={() => void cancel()}
    >
      <p className={css.money}>
        {unpaid
          ? say('market.cancel.nothing')
          : order.total === 0
            ? say('market.cancel.whatever')
            : say('market.cancel.paid', { amount: money(order.total) })}
      </p>
      <ManyWords
        label={say('market.cancel.reason')}
        value={reason}
        onChange={(text) => {
          clear()
          setReason(text)
        }}
        maxLength={longest}
        hint={say('market.cancel.reason.hint')}
        error={tried && reason.trim() === '' ? say('market.needed') : null}
        testId="cancel-reason"
      />
    </FormDialog>
  )
}
