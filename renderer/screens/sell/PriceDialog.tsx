import { useState } from 'react'
import type { LineView } from '#shared/checkout/view.ts'
import type { Person } from '#shared/kernel/person.ts'
import { formatAmount } from '#shared/money/format.ts'
import { useAsk } from '../../api/ask.ts'
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
import { PinPad } from '../unlock/PinPad.tsx'
import { Approver } from './Approver.tsx'
import css from './PriceDialog.module.css'

const reasons = ['bargained', 'several', 'regular', 'flaw'] as const

/** The price shaken on. Below the floor the till asks who allows it; the floor itself is never shown. */
export function PriceDialog(props: {
  readonly line: LineView
  readonly number: number
  readonly onClose: () => void
}) {
  const { say, language } = useWords()
  const { ask, busy, refusal, clear } = useAsk()
  const me = useHouse()?.unlockedBy ?? null
  const [entry, setEntry] = useState('')
  const [reason, setReason] = useState<(typeof reasons)[number]>('bargained')
  const [approver, setApprover] = useState<Person | null>(null)
  const unit = amountOf(entry)
  const managerAsked =
    approver !== null || refusal?.code === 'belowFloor' || refusal?.code === 'managerNeeded'
  const pinAsked = approver !== null && approver.id !== me?.id

  /** @param pin of a manager who does not stand here; `null`: my own price, or my own yes */
  const agree = async (pin: string | null): Promise<boolean> => {
    if (unit === null || busy || (pin === null && (pinAsked || (managerAsked && approver === null))))
      return false
    const command = {
      type: 'agreePrice',
      line: props.number,
      unit,
      reason: say(`sell.price.${reason}`),
    } as const
    const said = await ask(({ counter }) =>
      approver === null || pin === null
        ? counter.send({ ...command, manager: approver?.name ?? null })
        : counter.sendApproved({ command, approver: approver.id, pin }),
    )
    if (said.ok) props.onClose()
    return said.ok
  }
  const edit = (next: string) => {
    setEntry(next)
    setApprover(null)
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
          {pinAsked ? null : (
            <Button
              look="primary"
              size="large"
              testId="agree-price"
              busy={busy}
              isDisabled={unit === null || (managerAsked && approver === null)}
              onPress={() => void agree(null)}
            >
              {say('sell.price.agree')}
            </Button>
          )}
        </>
      }
    >
      <div className={css.columns} data-pin={pinAsked}>
        <div className={css.entry}>
          <AmountField
            label={say('sell.price.each')}
            entry={entry}
            onEntry={edit}
            onEnter={() => void agree(null)}
            testId="agreed-price"
            autoFocus
          />
          {pinAsked ? null : (
            <>
              <p className={css.posted}>{say('sell.posted', { price: formatAmount(props.line.posted) })}</p>
              <p className={css.label}>{say('sell.price.why')}</p>
              <Choice
                look="pills"
                label={say('sell.price.why')}
                chosen={reason}
                onChoose={setReason}
                options={reasons.map((key) => ({ key, face: say(`sell.price.${key}`) }))}
              />
            </>
          )}
          {managerAsked ? (
            <Approver
              approver={approver}
              onApprover={(person) => {
                setApprover(person)
                clear()
              }}
            />
          ) : null}
          <RefusalNote refusal={refusal} />
        </div>
        {approver !== null && pinAsked ? (
          <div className={css.pin}>
            <p className={css.label}>{say('unlock.pin', { name: approver.name })}</p>
            <PinPad
              key={approver.id}
              busy={busy}
              refusal={null}
              onPin={agree}
              onBack={null}
              action={{ say: say('sell.price.allow'), testId: 'allow-price' }}
            />
          </div>
        ) : (
          <Keypad kind="amount" onKey={(key) => edit(pressKey(entry, key))} />
        )}
      </div>
    </Dialog>
  )
}
