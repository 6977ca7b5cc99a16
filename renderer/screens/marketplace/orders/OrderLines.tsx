import type { Sku } from '#shared/kernel/ids.ts'
import type { TakenOrder, TakenOrderLine } from '#shared/marketplace/order.ts'
import { nameIn } from '../../../i18n/name-in.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { CategoryPicture } from '../../../pictures/CategoryPicture.tsx'
import { Amount } from '../../../widgets/Amount.tsx'
import css from './OrderLines.module.css'
import { useShopItem } from './shop-item.ts'

/** What was ordered, with its picture and by the shop's own name, and what the buyer pays. */
export function OrderLines(props: {
  readonly order: TakenOrder
  /** Pieces that are not here any more. */
  readonly gone?: readonly Sku[]
}) {
  const { say } = useWords()
  const { gone = [] } = props
  const { lines, shipping, total } = props.order
  return (
    <div className={css.order}>
      <ul className={css.lines} aria-label={say('market.order.pieces')}>
        {lines.map((line, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of an order never move
          <OrderLine key={place} line={line} gone={line.sku !== null && gone.includes(line.sku)} />
        ))}
      </ul>
      {/* Of an order in another currency the till keeps no amounts. */}
      {total === 0 ? null : (
        <dl className={css.sums}>
          {shipping === 0 ? null : (
            <>
              <dt>{say('market.order.shipping')}</dt>
              <dd>
                <Amount minor={shipping} />
              </dd>
            </>
          )}
          <dt className={css.total}>{say('market.order.total')}</dt>
          <dd className={css.total}>
            <Amount minor={total} currency testId="order-total" />
          </dd>
        </dl>
      )}
    </div>
  )
}

function OrderLine({ line, gone }: { readonly line: TakenOrderLine; readonly gone: boolean }) {
  const { say, language } = useWords()
  const { sku, units, price } = line
  const item = useShopItem(sku)
  const name = item === null ? line.name : nameIn(item.name, language)
  return (
    <li className={css.line} data-gone={gone}>
      <CategoryPicture category={item?.category ?? null} seed={sku ?? name} className={css.picture} />
      <span className={css.what}>
        <span className={css.name}>
          <bdi>{name}</bdi>
        </span>
        <span className={css.quiet}>
          {sku === null ? say('market.order.notOurs') : <bdi>{sku}</bdi>}
          {gone ? <span className={css.gone}>{say('market.order.gone')}</span> : null}
        </span>
      </span>
      {price === 0 ? null : (
        <span className={css.price} dir="ltr">
          {units === 1 ? null : `${units} × `}
          <Amount minor={price} />
        </span>
      )}
    </li>
  )
}
