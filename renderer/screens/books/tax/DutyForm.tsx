import { useState } from 'react'
import type { ShopSettings } from '#shared/cart/settings.ts'
import type { BusinessDay } from '#shared/kernel/stamp.ts'
import { type DutyWay, dutyWays } from '#shared/tax/regime.ts'
import { taxInForce } from '#shared/tax/tax-in-force.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { FormDialog } from '../../../widgets/FormDialog.tsx'
import { OneOf } from '../../../widgets/OneOf.tsx'
import { FromDay } from './FromDay.tsx'
import css from './TaxSettings.module.css'
import { unsetTax, withDuty } from './tax-draft.ts'
import { useTaxSend } from './tax-send.ts'

/** Who bears the duty on cash, and from which day. */
export function DutyForm(props: {
  readonly settings: ShopSettings
  readonly today: BusinessDay
  /** `0,25 %`. */
  readonly rate: string
  readonly onClose: () => void
}) {
  const { say } = useWords()
  const { settings, today, rate, onClose } = props
  const { keep, busy, refusal } = useTaxSend(onClose)
  const [way, setWay] = useState<DutyWay>(taxInForce(settings.tax, today).duty?.way ?? 'off')
  const [from, setFrom] = useState<BusinessDay | null>(today)
  const [missing, setMissing] = useState(false)
  return (
    <FormDialog
      title={say('tax.duty')}
      size="wide"
      testId="tax-duty-dialog"
      onClose={onClose}
      refusal={refusal}
      busy={busy}
      submit={{ words: say('tax.save'), testId: 'tax-duty-save' }}
      onSubmit={() => {
        if (from === null) setMissing(true)
        else keep({ ...settings, tax: withDuty(settings.tax ?? unsetTax, from, way) })
      }}
    >
      <OneOf
        label={say('tax.duty')}
        options={dutyWays.map((key) => ({
          key,
          name: say(`tax.duty.${key}`),
          body: say(`tax.duty.${key}.body`, { rate }),
        }))}
        chosen={way}
        onChoose={setWay}
      />
      <p className={css.quiet}>{say('tax.expert')}</p>
      <FromDay
        today={today}
        onDay={(day) => {
          setFrom(day)
          setMissing(false)
        }}
        missing={missing}
      />
    </FormDialog>
  )
}
