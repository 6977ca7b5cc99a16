import { useState } from 'react'
import type { SaleView } from '#shared/checkout/view.ts'
import { useSend } from '../../api/ask.ts'
import { useWords } from '../../i18n/Words.tsx'
import { useShortcuts } from '../../input/shortcuts.ts'
import { Amount } from '../../widgets/Amount.tsx'
import { Button } from '../../widgets/Button.tsx'
import { QrPicture } from '../../widgets/QrPicture.tsx'
import { RefusalNote } from '../../widgets/RefusalNote.tsx'
import { TextEntry } from '../../widgets/TextEntry.tsx'
import { longestReference } from './OtherPane.tsx'
import css from './QrPane.module.css'

/**
 * The shop's code is on the visitor's screen, and here for a shop without one. It is paid when the shop's own phone
 * says so: the reference ends it, or the terminal takes the money instead.
 */
export function QrPane(props: {
  readonly qr: NonNullable<SaleView['qr']>
  readonly onHidden: () => void
  readonly onCard: () => void
}) {
  const { say, money } = useWords()
  const { send, busy, refusal, clear } = useSend()
  const [reference, setReference] = useState('')
  const { amount, payload } = props.qr
  const missing = reference.trim() === ''
  const record = async () => {
    if (missing || busy) return
    await send({ type: 'payOther', tender: 'mobile', amount, reference: reference.trim() })
  }
  const hide = async (then: () => void) => {
    if (!busy && (await send({ type: 'hideQr' })).ok) then()
  }
  useShortcuts({ Escape: () => void hide(props.onHidden) })
  return (
    <section className={css.pane} data-testid="qr-pane">
      <div className={css.code}>
        <h1 className={css.title}>{say('pay.qr.scan')}</h1>
        <QrPicture payload={payload} label={say('pay.qr.picture', { amount: money(amount) })} testId="qr" />
        <p className={css.amount}>
          <Amount minor={amount} currency testId="qr-amount" />
        </p>
      </div>
      <form
        className={css.answer}
        onSubmit={(event) => {
          event.preventDefault()
          void record()
        }}
      >
        <p className={css.then}>{say('pay.qr.then')}</p>
        <TextEntry
          label={say('pay.other.reference')}
          hint={say('pay.other.referenceHint')}
          value={reference}
          onChange={(next) => {
            setReference(next)
            clear()
          }}
          maxLength={longestReference}
          direction="ltr"
          testId="qr-reference"
          autoFocus
        />
        <RefusalNote refusal={refusal} />
        <Button
          look="primary"
          size="large"
          wide
          type="submit"
          icon="tick"
          testId="qr-paid"
          busy={busy}
          isDisabled={missing}
        >
          {say('pay.other.take', { amount: money(amount) })}
        </Button>
        <Button wide icon="terminal" testId="qr-terminal" onPress={() => void hide(props.onCard)}>
          {say('pay.qr.terminal')}
        </Button>
        <Button look="quiet" wide hint="Esc" testId="qr-hide" onPress={() => void hide(props.onHidden)}>
          {say('pay.qr.hide')}
        </Button>
      </form>
    </section>
  )
}
