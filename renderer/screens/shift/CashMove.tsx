import { useState } from 'react'
import type { WordKey } from '#shared/i18n/screens/words.ts'
import { useSend } from '../../api/ask.ts'
import { amountIn } from '../../i18n/amount-in.ts'
import { useWords } from '../../i18n/Words.tsx'
import { amountOf, pressKey } from '../../input/amount-entry.ts'
import { AmountField } from '../../widgets/AmountField.tsx'
import { Button } from '../../widgets/Button.tsx'
import { Dialog } from '../../widgets/Dialog.tsx'
import { Keypad } from '../../widgets/Keypad.tsx'
import { RefusalNote } from '../../widgets/RefusalNote.tsx'
import css from './CashMove.module.css'
import { ReasonEntry } from './ReasonEntry.tsx'

const usual: Readonly<Record<'in' | 'out', readonly WordKey[]>> = {
  in: ['shift.reason.in1', 'shift.reason.in2'],
  out: ['shift.reason.out1', 'shift.reason.out2', 'shift.reason.out3'],
}

/** Cash that comes into the drawer or leaves it without a sale, with a reason. */
export function CashMove(props: {
  readonly direction: 'in' | 'out'
  /** Closed: whether it was recorded. */
  readonly onEnd: (recorded: boolean) => void
}) {
  const { say } = useWords()
  const { send, busy, refusal } = useSend()
  const { direction } = props
  const [entry, setEntry] = useState('')
  const [reason, setReason] = useState('')
  const amount = amountOf(entry)
  const ready = amount !== null && amount > 0 && reason.trim() !== '' && !busy
  const record = async () => {
    if (!ready) return
    const said = await send({ type: 'moveCash', direction, amount, reason: reason.trim() })
    if (said.ok) props.onEnd(true)
  }
  return (
    <Dialog
      title={say(direction === 'in' ? 'shift.in.title' : 'shift.out.title')}
      size="wide"
      onClose={() => props.onEnd(false)}
      testId="cash-move"
      foot={
        <Button
          look="primary"
          size="large"
          busy={busy}
          isDisabled={!ready}
          testId="cash-move-record"
          onPress={() => void record()}
        >
          {say('shift.record', { amount: amountIn(amount ?? 0, say) })}
        </Button>
      }
    >
      <div className={css.columns}>
        <div className={css.asked}>
          <AmountField
            label={say('shift.amount')}
            entry={entry}
            onEntry={setEntry}
            onEnter={() => void record()}
            testId="cash-move-amount"
            autoFocus
          />
          <ReasonEntry reason={reason} onReason={setReason} usual={usual[direction]} />
          <RefusalNote refusal={refusal} />
        </div>
        <Keypad kind="amount" onKey={(key) => setEntry(pressKey(entry, key))} />
      </div>
    </Dialog>
  )
}
