import { memo } from 'react'
import type { ItemCard } from '#shared/contract/contract.ts'
import { nameIn } from '../../i18n/name-in.ts'
import { useWords } from '../../i18n/Words.tsx'
import { CategoryPicture } from '../../pictures/CategoryPicture.tsx'
import { Amount } from '../../widgets/Amount.tsx'
import { Icon } from '../../widgets/Icon.tsx'
import css from './Tile.module.css'

/** One thing to sell: picture, name, price, and how many there are. */
export const Tile = memo(function Tile(props: {
  readonly card: ItemCard
  readonly inCart: boolean
  readonly onAdd: (sku: string) => void
  /** Among all tiles, from 0. */
  readonly place: number
  /** Whether Tab stops here. */
  readonly tabStop: boolean
  readonly onReached: (place: number) => void
}) {
  const { say, language } = useWords()
  const { item, stock } = props.card
  const name = nameIn(item.name, language)
  const gone = item.unique && stock <= 0
  const standing = gone
    ? say('sell.sold')
    : item.unique
      ? say('sell.onePiece')
      : say('sell.left', { count: Math.max(0, stock) })
  return (
    <button
      type="button"
      className={css.tile}
      data-testid={`tile-${item.sku}`}
      data-gone={gone}
      data-in-cart={props.inCart}
      data-place={props.place}
      tabIndex={props.tabStop ? 0 : -1}
      onFocus={() => props.onReached(props.place)}
      onClick={() => props.onAdd(item.sku)}
    >
      <span className={css.frame}>
        <CategoryPicture category={item.category} seed={item.sku} className={css.picture} />
        {props.inCart ? (
          <span className={css.badge}>
            <Icon name="tick" size={16} />
            {say('sell.inCart')}
          </span>
        ) : null}
        <span className={css.standing} data-standing={gone ? 'gone' : item.unique ? 'piece' : 'counted'}>
          {item.unique && !gone ? <Icon name="piece" size={16} /> : null}
          {standing}
        </span>
      </span>
      <span className={css.name} dir="auto">
        {name}
      </span>
      <span className={css.price}>
        <Amount minor={item.price} />
      </span>
    </button>
  )
})
