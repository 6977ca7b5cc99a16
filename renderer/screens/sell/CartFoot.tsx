import type { Phase, SaleView } from '#shared/checkout/view.ts'
import { declineWords } from '#shared/i18n/refusals/decline-words.ts'
import { useHouse } from '../../api/till.tsx'
import { useWords } from '../../i18n/Words.tsx'
import { AboutEuro, Amount } from '../../widgets/Amount.tsx'
import { Button } from '../../widgets/Button.tsx'
import { Icon } from '../../widgets/Icon.tsx'
import css from './CartFoot.module.css'
import { TaxRefund } from './TaxRefund.tsx'
import { WaysToPay } from './WaysToPay.tsx'
import type { Work } from './work.ts'

/** What the sale comes to, readable from two metres, and the ways to pay it. */
export function CartFoot(props: {
  readonly sale: SaleView
  readonly phase: Phase
  readonly work: Work
  readonly onWork: (work: Work) => void
  readonly onPark: () => void
  readonly onCancel: () => void
}) {
  const { say, language } = useWords()
  const { sale, phase } = props
  const house = useHouse()
  const part = sale.paid > 0
  const payable = phase === 'ringing' || phase === 'tendering'
  return (
    <footer className={css.foot}>
      {part ? (
        <ul className={css.tenders} aria-label={say('sell.taken')}>
          {sale.tenders.map((tender) => (
            <li key={tender.tenderId} className={css.tender}>
              <Icon name="tick" size={20} />
              <span>{say(`sell.tender.${tender.kind}`)}</span>
              <Amount minor={tender.amount} />
            </li>
          ))}
          {sale.duty.taken === 0 ? null : (
            <li className={css.tender} data-whole="true">
              <span>{say('sell.duty')}</span>
              <Amount minor={sale.duty.taken} />
            </li>
          )}
          <li className={css.tender} data-whole="true">
            <span>{say('sell.total')}</span>
            <Amount minor={sale.total} testId="total" />
          </li>
        </ul>
      ) : null}
      <div className={css.label}>
        <span>{say(part ? 'sell.due' : 'sell.total')}</span>
        {sale.totalEuro === null || part ? null : (
          <span className={css.euro}>
            <AboutEuro cents={sale.totalEuro} />
          </span>
        )}
      </div>
      <p className={css.total} aria-live="polite">
        <Amount minor={part ? sale.due : sale.total} currency testId={part ? 'due' : 'total'} />
      </p>
      {house?.settings?.exportForms == null ? null : (
        <TaxRefund missing={sale.exportMissing} vat={sale.exportVat} />
      )}
      {sale.lastDecline === null || !payable ? null : (
        <p className={css.declined} role="status" data-testid="declined">
          <Icon name="warn" />
          {say('sell.declined', { text: declineWords(sale.lastDecline, language) })}
        </p>
      )}
      {payable ? (
        <>
          <WaysToPay sale={sale} work={props.work} onWork={props.onWork} />
          <div className={css.rest}>
            <Button
              wide
              hint="F9"
              testId="pay-other"
              isDisabled={sale.due === 0}
              onPress={() => props.onWork('other')}
            >
              {say('sell.other')}
            </Button>
            <Button wide testId="park" isDisabled={part} onPress={props.onPark}>
              {say('sell.park')}
            </Button>
            <Button
              wide
              look="quiet"
              testId="cancel-sale"
              label={say('sell.cancel')}
              isDisabled={part}
              onPress={props.onCancel}
            >
              {say('app.cancel')}
            </Button>
          </div>
          {sale.cashAllowed ? null : <p className={css.why}>{say('sell.cashCeiling')}</p>}
        </>
      ) : null}
    </footer>
  )
}
