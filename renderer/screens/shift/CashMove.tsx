import { useState } from 'react'
import type { CashPurpose } from '#shared/closing/cash-purpose.ts'
import type { WordKey } from '#shared/i18n/screens/words.ts'
import { useSend } from '../../api/ask.ts'
import { amountIn } from '../../i18n/amount-in.ts'
import { useWords } from '../../i18n/Words.tsx'
import { amountOf, pressKey } from '../../input/amount-entry.ts'
import { AmountField } from '../../widgets/AmountField.tsx'
import { Button } from '../../widgets/Button.tsx'
import { ChoiceEntry } from '../../widgets/ChoiceEntry.tsx'
import { Dialog } from '../../widgets/Dialog.tsx'
import { Keypad } from '../../widgets/Keypad.tsx'
import { RefusalNote } from '../../widgets/RefusalNote.tsx'
import css from './CashMove.module.css'
import { ReasonEntry } from './ReasonEntry.tsx'

/** What is usual, each way, and the words that say it. Paying an artisan is done on their own page, which says for what. */
const purposesOf = {
  in: ['change', 'other'],
  out: ['bank', 'expense', 'change', 'other'],
} as const satisfies Readonly<Record<'in' | 'out', readonly CashPurpose[]>>

const usual: Readonly<Record<'in' | 'out', Partial<Record<CashPurpose, WordKey>>>> = {
  in: { change: 'shift.reason.in1', other: 'shift.reason.in2' },
  out: { bank: 'shift.reason.out1', expense: 'shift.reason.out2' },
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
  const [purpose, setPurpose] = useState<CashPurpose | null>(null)
  const amount = amountOf(entry)
  const usualWords = Object.values(usual[direction]).map((key) => say(key))
  const ready = amount !== null && amount > 0 && reason.trim() !== '' && purpose !== null && !busy
  const record = async () => {
    if (!ready) return
    const said = await send({ type: 'moveCash', direction, amount, purpose, reason: reason.trim() })
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
          <ChoiceEntry<CashPurpose>
            label={say('purpose')}
            chosen={purpose}
            onChoose={(next) => {
              setPurpose(next)
              // The bookkeeper reads the purpose; people read the words.
              const words = usual[direction][next]
              if (reason === '' || usualWords.includes(reason))
                setReason(words === undefined ? '' : say(words))
            }}
            options={purposesOf[direction].map((key) => ({
              key,
              face: say(`purpose.${key}`),
              testId: `purpose-${key}`,
            }))}
          />
          <ReasonEntry reason={reason} onReason={setReason} usual={Object.values(usual[direction])} />
          <RefusalNote refusal={refusal} />
        </div>
        <Keypad kind="amount" onKey={(key) => setEntry(pressKey(entry, key))} />
      </div>
    </Dialog>
  )
}
