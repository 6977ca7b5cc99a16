import type { Phase, SaleView } from '#shared/checkout/view.ts'
import { useWords } from '../../i18n/Words.tsx'
import { AboutEuro, Amount } from '../../widgets/Amount.tsx'
import { Button } from '../../widgets/Button.tsx'
import { Icon } from '../../widgets/Icon.tsx'
import css from './CartFoot.module.css'
import type { Work } from './Counter.tsx'

/** What the sale comes to, readable from two metres, and the ways to pay it. */
export function CartFoot(props: {
  readonly sale: SaleView
  readonly phase: Phase
  readonly work: Work
  readonly onWork: (work: Work) => void
  readonly onPark: () => void
  readonly onCancel: () => void
}) {
  const { say } = useWords()
  const { sale, phase } = props
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
      {sale.lastDecline === null || !payable ? null : (
        <p className={css.declined} role="status" data-testid="declined">
          <Icon name="warn" />
          {say('sell.declined', { text: sale.lastDecline.text || sale.lastDecline.code })}
        </p>
      )}
      {payable ? (
        <>
          <div className={css.ways}>
            {way('cash', 'cash', 'F4')}
            {way('card', 'card', 'F8')}
          </div>
          <div className={css.rest}>
            <Button wide hint="F9" testId="pay-other" onPress={() => props.onWork('other')}>
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

  function way(kind: 'cash' | 'card', icon: 'cash' | 'card', hint: string) {
    return (
      <Button
        look={props.work === 'tiles' || props.work === kind ? 'primary' : 'plain'}
        size="large"
        wide
        icon={icon}
        hint={hint}
        testId={`pay-${kind}`}
        isDisabled={kind === 'cash' && !sale.cashAllowed}
        onPress={() => props.onWork(kind)}
      >
        {say(`sell.${kind}`)}
      </Button>
    )
  }
}
