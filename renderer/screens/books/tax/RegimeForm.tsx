import { useState } from 'react'
import type { ShopSettings } from '#shared/cart/settings.ts'
import type { BusinessDay } from '#shared/kernel/stamp.ts'
import { rulesOf } from '#shared/tax/countries/countries.ts'
import { type CountryCode, countryCodes, type RegimeKey } from '#shared/tax/regime.ts'
import { taxInForce } from '#shared/tax/tax-in-force.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { FormDialog } from '../../../widgets/FormDialog.tsx'
import { OneOf } from '../../../widgets/OneOf.tsx'
import { SelectEntry } from '../../../widgets/SelectEntry.tsx'
import { FromDay } from './FromDay.tsx'
import css from './TaxSettings.module.css'
import { settingsIn, unsetTax, withRegime } from './tax-draft.ts'
import { useTaxSend } from './tax-send.ts'

/** Country, regime, and from which day. */
export function RegimeForm(props: {
  readonly settings: ShopSettings
  readonly today: BusinessDay
  readonly onClose: () => void
}) {
  const { say, language } = useWords()
  const { settings, today, onClose } = props
  const { keep, busy, refusal, reason } = useTaxSend(onClose)
  const held = taxInForce(settings.tax, today)
  const [country, setCountry] = useState<CountryCode>(held.country)
  const [regime, setRegime] = useState<RegimeKey>(held.regime)
  const [from, setFrom] = useState<BusinessDay | null>(today)
  const [missing, setMissing] = useState(false)
  const submit = () => {
    if (from === null) return setMissing(true)
    const moved = country === held.country ? settings : settingsIn(country, settings, today)
    keep({ ...moved, tax: withRegime(moved.tax ?? unsetTax, from, regime) })
  }
  return (
    <FormDialog
      title={say('tax.regime')}
      size="wide"
      testId="tax-regime-dialog"
      onClose={onClose}
      refusal={reason === null ? refusal : null}
      busy={busy}
      submit={{ words: say('tax.save'), testId: 'tax-regime-save' }}
      onSubmit={submit}
    >
      <SelectEntry
        label={say('tax.country')}
        options={countryCodes.map((key) => ({ key, label: rulesOf(key).name[language] }))}
        chosen={country}
        onChoose={(key) => {
          setCountry(key as CountryCode)
          setRegime('liable')
        }}
        error={reason === null ? null : say(reason)}
        testId="tax-country"
      />
      <p className={css.quiet}>{say('tax.country.note')}</p>
      <OneOf
        label={say('tax.regime')}
        options={rulesOf(country).regimes.map(({ key, name, meaning }) => ({
          key,
          name: name[language],
          body: meaning[language],
        }))}
        chosen={regime}
        onChoose={setRegime}
        paired
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
