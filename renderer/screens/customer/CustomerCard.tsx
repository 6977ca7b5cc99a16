import type { CustomerWords } from '#shared/i18n/customer/words.ts'
import type { TerminalStep } from '#shared/kernel/attempt.ts'
import { Figure } from '../../widgets/Amount.tsx'
import type { IconName } from '../../widgets/icons.data.ts'
import { Mark } from '../../widgets/Mark.tsx'
import css from './Customer.module.css'

const icons: Readonly<Record<TerminalStep, IconName>> = {
  connecting: 'wait',
  presentCard: 'cardIn',
  enterPin: 'pin',
  authorising: 'wait',
  confirming: 'tick',
  removeCard: 'cardOut',
  cancelling: 'wait',
  recovering: 'wait',
  keyAmount: 'terminal',
}

/** What to do with the card now, and for how much. */
export function CustomerCard(props: {
  readonly words: CustomerWords
  readonly step: TerminalStep
  readonly amount: number
  /** Money comes back onto the card. */
  readonly back: boolean
}) {
  const { words, step } = props
  return (
    <div className={css.one}>
      <Mark
        icon={icons[step]}
        size={96}
        tone={step === 'confirming' ? 'good' : 'accent'}
        className={css.mark}
      />
      {props.back ? <p className={css.note}>{words.moneyBack}</p> : null}
      <h1 className={css.sentence} aria-live="assertive" data-testid="customer-step" data-step={step}>
        {props.back && step === 'keyAmount' ? words.step.connecting : words.step[step]}
      </h1>
      <p className={css.amount}>
        <Figure minor={props.amount} currency={words.currency} />
      </p>
    </div>
  )
}

/** Nobody knows yet, or the till is away: calm, without a verdict. */
export function CustomerChecking(props: { readonly words: CustomerWords; readonly amount: number | null }) {
  return (
    <div className={css.one}>
      <Mark icon="wait" size={96} tone="wait" className={css.mark} />
      <h1 className={css.sentence} aria-live="polite">
        {props.amount === null ? props.words.step.connecting : props.words.checking}
      </h1>
      {props.amount === null ? null : (
        <p className={css.amount}>
          <Figure minor={props.amount} currency={props.words.currency} />
        </p>
      )}
    </div>
  )
}
