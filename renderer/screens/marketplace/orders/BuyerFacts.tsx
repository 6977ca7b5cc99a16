import type { OnlineBuyer } from '#shared/marketplace/online.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { Fact, Facts } from '../../../widgets/Facts.tsx'
import css from './Orders.module.css'

/** Who ordered, and where it goes. @param buyer `null`: forgotten */
export function BuyerFacts(props: {
  readonly buyer: OnlineBuyer | null
  /** Whether it is sent: otherwise the address is nobody's business. */
  readonly sent: boolean
}) {
  const { say, locale } = useWords()
  const { buyer, sent } = props
  if (buyer === null)
    return (
      <Facts>
        <Fact name={say('market.order.buyer')}>{say('market.order.forgotten')}</Fact>
      </Facts>
    )
  const { name, email, address, country } = buyer
  const land =
    country === '' ? null : (new Intl.DisplayNames(locale, { type: 'region' }).of(country) ?? country)
  return (
    <Facts>
      <Fact name={say('market.order.buyer')}>
        <bdi>{name}</bdi>
      </Fact>
      {sent ? (
        <Fact name={say('market.order.address')}>
          <span className={css.address} dir="auto">
            {address}
          </span>
          {land === null ? null : <span className={css.land}>{land}</span>}
        </Fact>
      ) : null}
      {email === '' ? null : (
        <Fact name={say('market.order.email')}>
          <bdi dir="ltr">{email}</bdi>
        </Fact>
      )}
    </Facts>
  )
}
