import type { DoneView } from '#shared/checkout/view.ts'
import type { CustomerWords } from '#shared/i18n/customer/words.ts'
import { Figure } from '../../widgets/Amount.tsx'
import { Mark } from '../../widgets/Mark.tsx'
import css from './Customer.module.css'

/** Paid, or given back: the change that is coming, and thanks. */
export function CustomerThanks(props: { readonly words: CustomerWords; readonly done: DoneView }) {
  const { words, done } = props
  const back = done.kind === 'refund'
  const gives = back ? done.total : done.change
  return (
    <div className={css.one}>
      <Mark icon="tick" size={96} tone="good" className={css.mark} />
      <h1 className={css.sentence}>{words.thanks}</h1>
      {gives === 0 ? null : (
        <>
          <p className={css.note}>{back ? words.givenBack : words.change}</p>
          <p className={css.amount}>
            <Figure minor={gives} currency={words.currency} testId="customer-change" />
          </p>
        </>
      )}
    </div>
  )
}
