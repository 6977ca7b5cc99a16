import { useWords } from '../../i18n/Words.tsx'
import { Icon } from '../../widgets/Icon.tsx'
import css from './CartFoot.module.css'

/** How far this sale is from a tax-refund form. Its line is there before it says anything: nothing moves while ringing. */
export function TaxRefund(props: { readonly missing: number | null; readonly vat: number }) {
  const { say, money } = useWords()
  const { missing, vat } = props
  return (
    <p className={css.taxRefund} data-reached={missing === 0} data-testid="tax-refund">
      {missing === null ? null : (
        <>
          <Icon name={missing === 0 ? 'tick' : 'globe'} size={20} />
          {missing === 0
            ? say('sell.taxRefund.reached', { amount: money(vat) })
            : say('sell.taxRefund.missing', { amount: money(missing) })}
        </>
      )}
    </p>
  )
}
