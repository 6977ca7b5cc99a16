import { formatAmount } from '#shared/money/format.ts'
import { useWords } from '../i18n/Words.tsx'
import css from './Amount.module.css'

export interface AmountProps {
  /** Whole minor units. */
  readonly minor: number
  /** Adds the shop's currency after it, smaller. */
  readonly currency?: boolean
  readonly testId?: string
}

/**
 * Money on the screen: tabular, digits left to right in every language, the currency after them as the language reads,
 * centimes smaller. Takes its size from around it.
 */
export function Amount({ minor, currency = false, testId }: AmountProps) {
  const { say } = useWords()
  const [whole = '', cents = ''] = formatAmount(minor).split(',')
  return (
    <span className={css.amount} {...(testId === undefined ? {} : { 'data-testid': testId })}>
      <bdi dir="ltr">
        {whole}
        <span className={css.cents}>,{cents}</span>
      </bdi>
      {currency ? <span className={css.currency}>{` ${say('app.currency')}`}</span> : null}
    </span>
  )
}

/** About how many euros: whole euros, because it is only about. @param cents euro cents, never negative. */
export function AboutEuro({ cents }: { readonly cents: number }) {
  const whole = formatAmount(Math.round(cents / 100) * 100).split(',')[0]
  return (
    <span className={css.amount} dir="ltr">
      ≈ {whole} €
    </span>
  )
}
