import type { SaleView } from '#shared/checkout/view.ts'
import { formatAmount } from '#shared/money/format.ts'
import { useSend } from '../../api/ask.ts'
import { useDevices } from '../../api/till.tsx'
import { useWords } from '../../i18n/Words.tsx'
import { entryOf } from '../../input/amount-entry.ts'
import { useTypedAmount } from '../../input/typed-amount.ts'
import { AmountField } from '../../widgets/AmountField.tsx'
import { Button } from '../../widgets/Button.tsx'
import { Key } from '../../widgets/Key.tsx'
import { Keypad } from '../../widgets/Keypad.tsx'
import { RefusalNote } from '../../widgets/RefusalNote.tsx'
import css from './PayPane.module.css'
import { PayPane } from './PayPane.tsx'

/** Card: all that is due unless another amount is typed; it goes to the terminal as it stands here. */
export function CardPane({ sale, onBack }: { readonly sale: SaleView; readonly onBack: () => void }) {
  const { say, money } = useWords()
  const { send, busy, refusal, clear } = useSend()
  const terminal = useDevices().find((device) => device.kind === 'terminal' && device.health !== 'absent')
  const hint =
    terminal === undefined
      ? 'pay.card.none'
      : terminal.capabilities?.byHand
        ? 'pay.card.byHand'
        : 'pay.card.hint'
  const { entry, amount: part, edit, press } = useTypedAmount(clear)
  const amount = part ?? sale.due
  const charge = async () => {
    if (busy || amount === 0) return
    if ((await send({ type: 'payCard', amount: part })).ok) onBack()
  }
  return (
    <PayPane
      title={say('pay.card.title')}
      sale={sale}
      due={sale.due}
      onBack={onBack}
      entry={
        <>
          <AmountField
            label={say('pay.card.amount')}
            entry={entry}
            placeholder={formatAmount(sale.due)}
            onEntry={edit}
            onEnter={() => void charge()}
            testId="card-amount"
            autoFocus
          />
          <div className={css.notes}>
            <Key testId="card-all" onPress={() => edit(entryOf(sale.due))}>
              {say('pay.card.all')}
            </Key>
          </div>
          <p className={css.hint}>{say(hint)}</p>
          <RefusalNote refusal={refusal} />
        </>
      }
      keys={<Keypad kind="amount" onKey={press} />}
      foot={
        <Button
          look="primary"
          size="large"
          wide
          icon="card"
          testId="confirm-card"
          busy={busy}
          isDisabled={amount === 0}
          onPress={() => void charge()}
        >
          {say('pay.card.charge', { amount: money(amount) })}
        </Button>
      }
    />
  )
}
