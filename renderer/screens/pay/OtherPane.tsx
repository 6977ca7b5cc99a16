import { useState } from 'react'
import type { SaleView } from '#shared/checkout/view.ts'
import { formatAmount } from '#shared/money/format.ts'
import { useSend } from '../../api/ask.ts'
import { useHouse } from '../../api/till.tsx'
import { useWords } from '../../i18n/Words.tsx'
import { useTypedAmount } from '../../input/typed-amount.ts'
import { AmountField } from '../../widgets/AmountField.tsx'
import { Button } from '../../widgets/Button.tsx'
import { Choice } from '../../widgets/Choice.tsx'
import { Keypad } from '../../widgets/Keypad.tsx'
import { RefusalNote } from '../../widgets/RefusalNote.tsx'
import { TextEntry } from '../../widgets/TextEntry.tsx'
import css from './PayPane.module.css'
import { PayPane } from './PayPane.tsx'

const kinds = ['mobile', 'transfer', 'cheque'] as const
export const longestReference = 64

/** Money that came another way, with the reference that proves it; by phone, the shop's code can be shown first. */
export function OtherPane({ sale, onBack }: { readonly sale: SaleView; readonly onBack: () => void }) {
  const { say, money } = useWords()
  const { send, busy, refusal, clear } = useSend()
  const merchantQr = useHouse()?.settings?.merchantQr ?? null
  const [kind, setKind] = useState<(typeof kinds)[number]>('mobile')
  const [reference, setReference] = useState('')
  const { entry, amount: part, edit, press } = useTypedAmount(clear)
  const amount = part ?? sale.due
  const missing = reference.trim() === ''
  const showable = kind === 'mobile' && merchantQr !== null
  const record = async () => {
    if (missing || busy) return
    const said = await send({ type: 'payOther', tender: kind, amount: part, reference: reference.trim() })
    if (said.ok) onBack()
  }
  return (
    <PayPane
      title={say('pay.other.title')}
      sale={sale}
      due={sale.due}
      onBack={onBack}
      entry={
        <>
          <Choice
            look="pills"
            label={say('pay.other.kind')}
            chosen={kind}
            onChoose={setKind}
            options={kinds.map((key) => ({ key, face: say(`pay.other.${key}`), testId: `other-${key}` }))}
          />
          <AmountField
            label={say('pay.other.amount')}
            entry={entry}
            placeholder={formatAmount(sale.due)}
            onEntry={edit}
            testId="other-amount"
          />
          {showable ? (
            <>
              <Button
                look="primary"
                size="large"
                wide
                icon="qr"
                testId="show-qr"
                busy={busy}
                isDisabled={amount === 0}
                onPress={() => void send({ type: 'showQr', amount: part })}
              >
                {say('pay.qr.show', { amount: money(amount) })}
              </Button>
              <p className={css.hint}>{say('pay.qr.or')}</p>
            </>
          ) : null}
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
            testId="other-reference"
            autoFocus={!showable}
          />
          <RefusalNote refusal={refusal} />
        </>
      }
      keys={<Keypad kind="amount" onKey={press} />}
      foot={
        <>
          <Button
            look={showable ? 'plain' : 'primary'}
            size="large"
            wide
            testId="confirm-other"
            busy={busy}
            isDisabled={missing || amount === 0}
            onPress={() => void record()}
          >
            {say('pay.other.take', { amount: money(amount) })}
          </Button>
          {missing ? <p className={css.hint}>{say('pay.other.referenceMissing')}</p> : null}
        </>
      }
    />
  )
}
