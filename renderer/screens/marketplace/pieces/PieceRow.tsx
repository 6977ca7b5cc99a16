import { Checkbox } from 'react-aria-components/Checkbox'
import type { ListingView } from '#shared/contract/marketplace.ts'
import { nameIn } from '../../../i18n/name-in.ts'
import { type Say, useWords } from '../../../i18n/Words.tsx'
import { whenIn } from '../../../i18n/when.ts'
import { CategoryPicture } from '../../../pictures/CategoryPicture.tsx'
import { Amount } from '../../../widgets/Amount.tsx'
import { Button } from '../../../widgets/Button.tsx'
import { Icon } from '../../../widgets/Icon.tsx'
import { TroubleNote } from '../TroubleNote.tsx'
import css from './PieceRow.module.css'

const stands = ({ unique, stock, promised }: ListingView, say: Say): string =>
  [
    say(unique ? 'market.row.piece' : 'market.row.stock', { count: Math.max(0, stock) }),
    promised === 0 ? null : say('market.row.promised', { count: promised }),
  ]
    .filter((each) => each !== null)
    .join(' · ')

const told = ({ told: last, state }: ListingView, say: Say): string | null => {
  if (last !== null) return say('market.row.told', { count: String(last.count), when: whenIn(last.at) })
  return state === 'off' ? null : say('market.row.untold')
}

/** One piece: what it is, what is there of it, what the marketplace was last told, and putting it online or taking it off. */
export function PieceRow(props: {
  readonly piece: ListingView
  readonly chosen: boolean
  readonly busy: boolean
  readonly onTurn: () => void
  readonly onChoose: () => void
}) {
  const { say, language } = useWords()
  const { piece } = props
  const { sku, price, state, trouble } = piece
  const name = nameIn(piece.name, language)
  const last = told(piece, say)
  const named = { name: `\u2068${name}\u2069` }
  return (
    <div className={css.piece} data-testid={`piece-${sku}`} data-state={state} data-chosen={props.chosen}>
      <Checkbox
        className={css.box ?? ''}
        isSelected={props.chosen}
        onChange={props.onTurn}
        aria-label={say('market.row.choose', named)}
        data-testid={`choose-${sku}`}
      >
        <span className={css.tick} aria-hidden="true">
          <Icon name="tick" size={20} />
        </span>
      </Checkbox>
      <CategoryPicture category={piece.category} seed={sku} className={css.picture} />
      <span className={css.what}>
        <span className={css.name}>
          <bdi>{name}</bdi> <bdi className={css.sku}>{sku}</bdi>
        </span>
        <span className={css.quiet}>{stands(piece, say)}</span>
        {last === null ? null : <span className={css.quiet}>{last}</span>}
      </span>
      <span className={css.price}>
        <Amount minor={price} />
      </span>
      <div>
        <Button
          size="small"
          icon={state === 'off' ? 'net' : 'minus'}
          isDisabled={props.busy}
          label={say(state === 'off' ? 'market.putOnline.one' : 'market.takeOff.one', named)}
          testId={`turn-${sku}`}
          onPress={props.onChoose}
        >
          {say(state === 'off' ? 'market.putOnline' : 'market.takeOff')}
        </Button>
      </div>
      {trouble === null ? null : (
        <div className={css.trouble}>
          <TroubleNote trouble={trouble} />
        </div>
      )}
    </div>
  )
}
