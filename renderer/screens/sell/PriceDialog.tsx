import { useState } from 'react'
import type { LineView } from '#shared/checkout/view.ts'
import { formatAmount } from '#shared/money/format.ts'
import { useSend } from '../../api/ask.ts'
import { useHouse } from '../../api/till.tsx'
import { nameIn } from '../../i18n/name-in.ts'
import { useWords } from '../../i18n/Words.tsx'
import { amountOf, pressKey } from '../../input/amount-entry.ts'
import { AmountField } from '../../widgets/AmountField.tsx'
import { Button } from '../../widgets/Button.tsx'
import { Choice } from '../../widgets/Choice.tsx'
import { Dialog } from '../../widgets/Dialog.tsx'
import { Keypad } from '../../widgets/Keypad.tsx'
import { RefusalNote } from '../../widgets/RefusalNote.tsx'
import css from './PriceDialog.module.css'

const reasons = ['bargained', 'several', 'regular', 'flaw'] as const

/** The price shaken on. Below the floor the till asks who allows it; the floor itself is never shown. */
export function PriceDialog(props: {
  readonly line: LineView
  readonly number: number
  readonly onClose: () => void
}) {
  const { say, language } = useWords()
  const { send, busy, refusal, clear } = useSend()
  const people = useHouse()?.people ?? []
  const managers = people.filter((person) => person.role !== 'cashier')
  const [entry, setEntry] = useState('')
  const [reason, setReason] = useState<(typeof reasons)[number]>('bargained')
  const [manager, setManager] = useState<string | null>(null)
  const unit = amountOf(entry)
  const managerAsked = refusal?.code === 'belowFloor' || refusal?.code === 'managerNeeded' || manager !== null

  const agree = async () => {
    if (unit === null) return
    const words = say(`sell.price.${reason}`)
    const said = await send({ type: 'agreePrice', line: props.number, unit, reason: words, manager })
    if (said.ok) props.onClose()
  }
  const edit = (next: string) => {
    setEntry(next)
    setManager(null)
    clear()
  }

  return (
    <Dialog
      title={nameIn(props.line.name, language)}
      testId="price-dialog"
      size="wide"
      onClose={props.onClose}
      foot={
        <>
          <Button look="quiet" onPress={props.onClose}>
            {say('app.cancel')}
          </Button>
          <Button
            look="primary"
            size="large"
            testId="agree-price"
            busy={busy}
            isDisabled={unit === null || (managerAsked && manager === null)}
            onPress={() => void agree()}
          >
            {say('sell.price.agree')}
          </Button>
        </>
      }
    >
      <div className={css.columns}>
        <div className={css.entry}>
          <AmountField
            label={say('sell.price.each')}
            entry={entry}
            onEntry={edit}
            onEnter={() => void agree()}
            testId="agreed-price"
            autoFocus
          />
          <p className={css.posted}>{say('sell.posted', { price: formatAmount(props.line.posted) })}</p>
          <p className={css.label}>{say('sell.price.why')}</p>
          <Choice
            look="pills"
            label={say('sell.price.why')}
            chosen={reason}
            onChoose={setReason}
            options={reasons.map((key) => ({ key, face: say(`sell.price.${key}`) }))}
          />
          {managerAsked ? (
            <>
              <p className={css.label}>{say('sell.price.manager')}</p>
              <Choice
                look="pills"
                label={say('sell.price.manager')}
                chosen={manager}
                onChoose={setManager}
                options={managers.map(({ name }) => ({ key: name, face: name, testId: `manager-${name}` }))}
              />
            </>
          ) : null}
          <RefusalNote refusal={manager === null ? refusal : null} />
        </div>
        <Keypad kind="amount" onKey={(key) => edit(pressKey(entry, key))} />
      </div>
    </Dialog>
  )
}
