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
          {/* Each line in its own direction, all of them where the page begins. */}
          {[...address.split('\n'), land ?? ''].map((line) => (
            <span key={line} className={css.line}>
              <bdi>{line}</bdi>
            </span>
          ))}
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
