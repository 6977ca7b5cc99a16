import { useState } from 'react'
import type { ShopSettings } from '#shared/cart/settings.ts'
import type { TaxInForce } from '#shared/tax/tax-in-force.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { type AmountEntry, amountOf, entryOf, shown, typed } from '../../../input/amount-entry.ts'
import { Choice } from '../../../widgets/Choice.tsx'
import { FormDialog } from '../../../widgets/FormDialog.tsx'
import { TextEntry } from '../../../widgets/TextEntry.tsx'
import css from './TaxSettings.module.css'
import { useTaxSend } from './tax-send.ts'

/** The step cash is rounded to, and the shop's own limit on it. */
export function CashForm(props: {
  readonly settings: ShopSettings
  readonly tax: TaxInForce
  readonly onClose: () => void
}) {
  const { say, money } = useWords()
  const { settings, tax, onClose } = props
  const { keep, busy, refusal, reason, clear } = useTaxSend(onClose)
  const [step, setStep] = useState(settings.cashRounding)
  const [ceiling, setCeiling] = useState<AmountEntry>(entryOf(settings.cashCeiling))
  const limit = amountOf(ceiling)
  const law = tax.cashCeiling
  const steps = [...new Set([...tax.rules.cashSteps, settings.cashRounding])].sort((a, b) => a - b)
  const tooHigh = limit !== null && law !== null && limit > law
  return (
    <FormDialog
      title={say('tax.cash')}
      size="wide"
      testId="tax-cash-dialog"
      onClose={onClose}
      refusal={reason === null ? refusal : null}
      busy={busy}
      submit={{ words: say('tax.save'), testId: 'tax-cash-save' }}
      onSubmit={() => {
        if (limit !== null && !tooHigh) keep({ ...settings, cashRounding: step, cashCeiling: limit })
      }}
    >
      <div className={css.from}>
        <p className={css.label}>{say('tax.rounding')}</p>
        <Choice
          label={say('tax.rounding')}
          chosen={String(step)}
          onChoose={(key) => setStep(steps.find((each) => String(each) === key) ?? step)}
          options={steps.map((each) => ({
            key: String(each),
            face: each === 0 ? say('tax.rounding.none') : money(each),
            testId: `rounding-${each}`,
          }))}
        />
        <p className={css.quiet}>
          {step === 0 ? say('tax.rounding.none.body') : say('tax.rounding.body', { step: money(step) })}
        </p>
      </div>
      <TextEntry
        label={say('tax.ceiling.own')}
        value={shown(ceiling)}
        onChange={(text) => {
          const entry = typed(text)
          if (entry !== null) setCeiling(entry)
          clear()
        }}
        maxLength={16}
        direction="ltr"
        error={tooHigh || reason !== null ? say(reason ?? 'tax.reason.ceiling') : null}
        {...(law === null ? {} : { hint: say('tax.ceiling.law', { amount: money(law) }) })}
        testId="tax-ceiling"
      />
    </FormDialog>
  )
}
