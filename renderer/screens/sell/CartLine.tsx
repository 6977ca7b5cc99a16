import type { LineView } from '#shared/checkout/view.ts'
import { formatAmount } from '#shared/money/format.ts'
import { useSend } from '../../api/ask.ts'
import { nameIn } from '../../i18n/name-in.ts'
import { useWords } from '../../i18n/Words.tsx'
import { Amount } from '../../widgets/Amount.tsx'
import { Button } from '../../widgets/Button.tsx'
import { RefusalNote } from '../../widgets/RefusalNote.tsx'
import css from './CartLine.module.css'

/** One line of the sale; touched, it opens on what can be done with it. The floor is never drawn: visitors look. */
export function CartLine(props: {
  readonly line: LineView
  readonly number: number
  readonly editable: boolean
  readonly open: boolean
  readonly onOpen: () => void
  readonly onPrice: () => void
}) {
  const { say, language } = useWords()
  const { send, busy, refusal, clear } = useSend()
  const { line, number } = props
  const { quantity, agreed } = line
  const name = nameIn(line.name, language)
  const unit = agreed?.unit ?? line.posted
  const change = (next: number) => void send({ type: 'changeQuantity', line: number, quantity: next })
  return (
    <li className={css.line} id={line.lineId} data-testid={`line-${number}`} data-open={props.open}>
      <button
        type="button"
        className={css.head}
        data-testid={`line-${number}-open`}
        aria-expanded={props.open}
        disabled={!props.editable}
        onClick={props.onOpen}
      >
        <span className={css.name} dir="auto">
          {name}
        </span>
        <span className={css.gross}>
          <Amount minor={line.gross} />
        </span>
        <span className={css.small}>
          {line.unique ? say('sell.onePiece') : null}
          {line.atRisk ? (
            <strong className={css.atRisk} data-testid={`line-${number}-at-risk`}>
              {say('sell.atRisk')}
            </strong>
          ) : null}
          {line.unique ? null : (
            <span dir="ltr">
              {quantity} × <Amount minor={unit} />
            </span>
          )}
          {agreed === null ? null : (
            <span className={css.agreed}>
              <span>{say('sell.posted', { price: formatAmount(line.posted) })}</span>
              <strong>
                {agreed.manager === null
                  ? say('sell.agreed')
                  : say('sell.agreedBy', { name: agreed.manager })}
              </strong>
            </span>
          )}
        </span>
      </button>
      {props.open ? (
        <div className={css.tools}>
          {line.unique ? null : (
            <span className={css.stepper} dir="ltr">
              <Button
                size="small"
                icon="minus"
                label={say('sell.less', { name })}
                testId={`line-${number}-less`}
                isDisabled={quantity <= 1}
                onPress={() => change(quantity - 1)}
              />
              <output className={css.quantity}>{quantity}</output>
              <Button
                size="small"
                icon="plus"
                label={say('sell.more', { name })}
                testId={`line-${number}-more`}
                onPress={() => change(quantity + 1)}
              />
            </span>
          )}
          <Button size="small" icon="price" testId={`line-${number}-price`} onPress={props.onPrice}>
            {say('sell.price.button')}
          </Button>
          <span className={css.space} />
          <Button
            size="small"
            look="quiet"
            icon="trash"
            label={say('sell.remove', { name })}
            testId={`line-${number}-remove`}
            busy={busy}
            onPress={() => void send({ type: 'removeLine', line: number })}
          />
        </div>
      ) : null}
      <RefusalNote refusal={refusal} onClose={clear} />
    </li>
  )
}
