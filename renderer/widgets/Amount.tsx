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

/** Money on the screen, with the currency in the language of the screen. */
export function Amount({ minor, currency = false, testId }: AmountProps) {
  const { say } = useWords()
  return (
    <Figure
      minor={minor}
      currency={currency ? say('app.currency') : null}
      {...(testId === undefined ? {} : { testId })}
    />
  )
}

/**
 * Money: tabular, digits left to right in every language, the currency after them as the language reads, centimes
 * smaller. Takes its size from around it.
 */
export function Figure(props: {
  readonly minor: number
  readonly currency: string | null
  readonly testId?: string
}) {
  const [whole = '', cents = ''] = formatAmount(props.minor).split(',')
  return (
    <span className={css.amount} {...(props.testId === undefined ? {} : { 'data-testid': props.testId })}>
      <bdi dir="ltr">
        {whole}
        <span className={css.cents}>,{cents}</span>
      </bdi>
      {props.currency === null ? null : <span className={css.currency}>{` ${props.currency}`}</span>}
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
