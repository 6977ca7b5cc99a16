import type { CustomerWords } from '#shared/i18n/customer/words.ts'
import { Figure } from '../../widgets/Amount.tsx'
import { QrPicture } from '../../widgets/QrPicture.tsx'
import css from './CustomerQr.module.css'

/** The shop's code with the amount in it, as large as the screen allows: it is scanned across the counter. */
export function CustomerQr(props: {
  readonly words: CustomerWords
  readonly payload: string
  readonly amount: number
}) {
  const { words } = props
  return (
    <div className={css.pay}>
      <div className={css.code}>
        <QrPicture payload={props.payload} label={words.scan} testId="customer-qr" />
      </div>
      <div className={css.words}>
        <h1 className={css.scan}>{words.scan}</h1>
        <p className={css.how}>{words.scanHow}</p>
        <p className={css.amount}>
          <Figure minor={props.amount} currency={words.currency} testId="customer-amount" />
        </p>
      </div>
    </div>
  )
}
