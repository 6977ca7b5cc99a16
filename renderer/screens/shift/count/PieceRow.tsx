import type { Dirham } from '#shared/money/amount.ts'
import type { Denomination } from '#shared/money/denominations.data.ts'
import { amountIn } from '../../../i18n/amount-in.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { Amount } from '../../../widgets/Amount.tsx'
import { Button } from '../../../widgets/Button.tsx'
import css from './CountByPieces.module.css'

/** One coin or note: one fewer, how many, one more. */
export function PieceRow(props: {
  readonly of: Denomination
  readonly entry: string
  readonly chosen: boolean
  readonly autoFocus: boolean
  readonly onChosen: () => void
  readonly onTyped: (text: string) => void
  readonly onStep: (by: 1 | -1) => void
  /** Enter: on to the next. */
  readonly onNext: () => void
}) {
  const { say } = useWords()
  const { face, kind } = props.of
  const name = say(kind === 'note' ? 'count.note' : 'count.coin', { amount: amountIn(face, say) })
  return (
    <div className={css.row} data-chosen={props.chosen} data-kind={kind}>
      <span className={css.face} aria-hidden="true">
        <Amount minor={face as Dirham} />
      </span>
      <Button
        icon="minus"
        label={say('count.fewer', { name })}
        testId={`fewer-${face}`}
        onPress={() => props.onStep(-1)}
      />
      <input
        className={css.pieces}
        aria-label={name}
        value={props.entry}
        placeholder="0"
        inputMode="none"
        autoComplete="off"
        // biome-ignore lint/a11y/noAutofocus: a count begins with its first note
        autoFocus={props.autoFocus}
        data-testid={`pieces-${face}`}
        onFocus={(event) => {
          event.target.select()
          props.onChosen()
        }}
        onChange={(event) => props.onTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'ArrowUp') props.onStep(1)
          else if (event.key === 'ArrowDown') props.onStep(-1)
          else if (event.key === 'Enter') props.onNext()
          else return
          event.preventDefault()
        }}
      />
      <Button
        icon="plus"
        label={say('count.more', { name })}
        testId={`more-${face}`}
        onPress={() => props.onStep(1)}
      />
    </div>
  )
}
