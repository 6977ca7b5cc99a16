import type { TakenOrder, TakenOrderLine } from '#shared/marketplace/order.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { CategoryPicture } from '../../../pictures/CategoryPicture.tsx'
import { Amount } from '../../../widgets/Amount.tsx'
import css from './OrderLines.module.css'
import { useCategory } from './piece-picture.ts'

/** What was ordered, with its picture, and what the buyer pays. */
export function OrderLines({ order }: { readonly order: TakenOrder }) {
  const { say } = useWords()
  const { lines, shipping, total } = order
  return (
    <div className={css.order}>
      <ul className={css.lines} aria-label={say('market.order.pieces')}>
        {lines.map((line, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of an order never move
          <OrderLine key={place} line={line} />
        ))}
      </ul>
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
    </div>
  )
}

function OrderLine({ line }: { readonly line: TakenOrderLine }) {
  const { say } = useWords()
  const { sku, name, units, price } = line
  const category = useCategory(sku)
  return (
    <li className={css.line}>
      <CategoryPicture category={category} seed={sku ?? name} className={css.picture} />
      <span className={css.what}>
        <bdi className={css.name}>{name}</bdi>
        <span className={css.quiet}>{sku === null ? say('market.order.notOurs') : <bdi>{sku}</bdi>}</span>
      </span>
      <span className={css.price}>
        {units === 1 ? null : <bdi dir="ltr">{units} × </bdi>}
        <Amount minor={price} />
      </span>
    </li>
  )
}
