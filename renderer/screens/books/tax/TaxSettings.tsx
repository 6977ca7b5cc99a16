import { cashCeiling, type ShopSettings } from '#shared/cart/settings.ts'
import type { BusinessDay } from '#shared/kernel/stamp.ts'
import { inForceOn } from '#shared/tax/countries/country-rules.ts'
import { regimeRules, type TaxInForce, taxInForce } from '#shared/tax/tax-in-force.ts'
import { useHouse } from '../../../api/till.tsx'
import { useToday } from '../../../api/use-today.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { dayIn } from '../../../i18n/when.ts'
import { Fact, Facts } from '../../../widgets/Facts.tsx'
import { CashForm } from './CashForm.tsx'
import { ChangePart } from './ChangePart.tsx'
import { DutyForm } from './DutyForm.tsx'
import { Planned } from './Planned.tsx'
import { RegimeForm } from './RegimeForm.tsx'
import css from './TaxSettings.module.css'
import { heldSince, planned } from './tax-draft.ts'

interface PartProps {
  readonly settings: ShopSettings
  readonly tax: TaxInForce
  readonly today: BusinessDay
}

/** How the shop is taxed, in plain words: its regime, the duty on cash, rounding and the limit on cash. */
export function TaxSettings() {
  const settings = useHouse()?.settings ?? null
  const today = useToday()
  if (settings === null) return null
  const parts = { settings, today, tax: taxInForce(settings.tax, today) }
  return (
    <>
      <RegimePart {...parts} />
      <DutyPart {...parts} />
      <CashPart {...parts} />
    </>
  )
}

const isolated = (text: string): string => `\u2066${text}\u2069`
const percentText = (hundredths: number): string =>
  isolated(`${String(hundredths / 100).replace('.', ',')} %`)

function useSince(): (day: BusinessDay | null) => string {
  const { say } = useWords()
  return (day) => (day === null ? say('tax.always') : say('tax.since', { day: isolated(dayIn(day)) }))
}

function RegimePart({ settings, tax, today }: PartProps) {
  const { say, language } = useWords()
  const since = useSince()
  const { rules } = tax
  const held = regimeRules(rules, tax.regime)
  const choices = settings.tax?.regimes ?? []
  const mention = held?.mention ?? null
  const rates = rules.classes.map(({ vatClass }) => tax.rateOf(vatClass))
  return (
    <ChangePart
      of="regime"
      title={say('tax.regime')}
      name={held?.name[language] ?? tax.regime}
      body={held?.meaning[language] ?? ''}
      since={since(heldSince(choices, today))}
      form={(onClose) => <RegimeForm settings={settings} today={today} onClose={onClose} />}
    >
      <Facts>
        <Fact name={say('tax.country')}>{rules.name[language]}</Fact>
        <Fact name={say('tax.rates')}>
          {rates.map((rate) => (rate === null ? say('tax.exempt') : percentText(rate))).join(' · ')}
        </Fact>
        <Fact name={say('tax.onPaper')}>
          {mention === null
            ? say('tax.onPaper.vat')
            : mention.text[language].replace('{law}', isolated(mention.law))}
        </Fact>
      </Facts>
      <Planned
        settings={settings}
        kind="regimes"
        changes={planned(choices, today).map(({ from, regime }) => ({
          from,
          name: regimeRules(rules, regime)?.name[language] ?? regime,
        }))}
      />
    </ChangePart>
  )
}

function DutyPart({ settings, tax, today }: PartProps) {
  const { say } = useWords()
  const since = useSince()
  const rule = inForceOn(tax.rules.duty, today)
  if (rule === undefined)
    return (
      <ChangePart
        of="duty"
        title={say('tax.duty')}
        name={say('tax.duty.off')}
        body={say('tax.duty.none')}
        form={null}
      />
    )
  const rate = percentText(rule.perTenThousand)
  const way = tax.duty?.way ?? 'off'
  const choices = settings.tax?.duty ?? []
  return (
    <ChangePart
      of="duty"
      title={say('tax.duty')}
      name={say(`tax.duty.${way}`)}
      body={say(`tax.duty.${way}.body`, { rate })}
      since={since(heldSince(choices, today))}
      form={(onClose) => <DutyForm settings={settings} today={today} rate={rate} onClose={onClose} />}
    >
      <Planned
        settings={settings}
        kind="duty"
        changes={planned(choices, today).map((each) => ({
          from: each.from,
          name: say(`tax.duty.${each.way}`),
        }))}
      />
    </ChangePart>
  )
}

function CashPart({ settings, tax }: PartProps) {
  const { say, money } = useWords()
  const step = settings.cashRounding
  return (
    <ChangePart
      of="cash"
      title={say('tax.cash')}
      name={step === 0 ? say('tax.rounding.none.name') : say('tax.rounding.name', { step: money(step) })}
      body={step === 0 ? say('tax.rounding.none.body') : say('tax.rounding.body', { step: money(step) })}
      form={(onClose) => <CashForm settings={settings} tax={tax} onClose={onClose} />}
    >
      <p className={css.quiet}>{say('tax.ceiling.body', { amount: money(cashCeiling(settings, tax)) })}</p>
    </ChangePart>
  )
}
