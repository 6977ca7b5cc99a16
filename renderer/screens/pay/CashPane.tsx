import type { SaleView } from '#shared/checkout/view.ts'
import { add, dirham, zero } from '#shared/money/amount.ts'
import { formatAmount } from '#shared/money/format.ts'
import { useSend } from '../../api/ask.ts'
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

/** Banknotes of Morocco, in dirhams; each touch lays one more on the counter. */
const notes = [20, 50, 100, 200] as const

/** Cash: what was given, by keys or by notes; the till says the change. */
export function CashPane({ sale, onBack }: { readonly sale: SaleView; readonly onBack: () => void }) {
  const { say, money } = useWords()
  const { send, busy, refusal, clear } = useSend()
  const { entry, amount: given, edit, press } = useTypedAmount(clear)
  const withDuty = add(sale.due, sale.duty.onRest)
  const part = given !== null && given < sale.dueInCash
  // Rounded down to nothing, nothing is what is given.
  const missing = given === null || (given === 0 && sale.dueInCash > 0)

  const lay = (note: number) => edit(entryOf(add(given ?? zero, dirham(note * 100))))
  const take = async () => {
    if (given === null || missing || busy) return
    if ((await send({ type: 'payCash', given })).ok) onBack()
  }

  return (
    <PayPane
      title={say('pay.cash.title')}
      sale={sale}
      due={sale.dueInCash}
      onBack={onBack}
      entry={
        <>
          <AmountField
            label={say('pay.cash.given')}
            entry={entry}
            onEntry={edit}
            onEnter={() => void take()}
            testId="cash-given"
            autoFocus
          />
          <div className={css.notes}>
            <Key testId="cash-exact" onPress={() => edit(entryOf(sale.dueInCash))}>
              {say('pay.cash.exact')} · {formatAmount(sale.dueInCash)}
            </Key>
            {notes.map((note) => (
              <Key key={note} testId={`note-${note}`} onPress={() => lay(note)}>
                <span dir="ltr">+{note}</span>
              </Key>
            ))}
          </div>
          {sale.duty.onRest === 0 ? null : (
            <p className={css.hint} data-testid="cash-duty">
              {say('pay.cash.duty', { amount: formatAmount(sale.duty.onRest), due: formatAmount(withDuty) })}
            </p>
          )}
          {sale.dueInCash === withDuty ? null : (
            <p className={css.hint}>
              {say('pay.cash.rounded', { due: formatAmount(withDuty), amount: formatAmount(sale.dueInCash) })}
            </p>
          )}
          <RefusalNote refusal={refusal} />
        </>
      }
      keys={<Keypad kind="amount" onKey={press} />}
      foot={
        <>
          <Button
            look="primary"
            size="large"
            wide
            testId="confirm-cash"
            busy={busy}
            isDisabled={missing}
            onPress={() => void take()}
          >
            {given === null || missing
              ? say('pay.cash.enter')
              : say(part ? 'pay.cash.part' : 'pay.cash.take', { amount: money(given) })}
          </Button>
          {part && given > 0 ? <p className={css.hint}>{say('pay.cash.partHint')}</p> : null}
        </>
      }
    />
  )
}
