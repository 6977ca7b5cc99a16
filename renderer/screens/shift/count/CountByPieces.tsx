import { type ReactNode, useRef, useState } from 'react'
import { denominations } from '#shared/money/denominations.data.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { Amount } from '../../../widgets/Amount.tsx'
import { Keypad } from '../../../widgets/Keypad.tsx'
import css from './CountByPieces.module.css'
import { PieceRow } from './PieceRow.tsx'
import {
  faceAfter,
  type PieceEntries,
  pressedPieces,
  steppedPieces,
  sumOf,
  typedPieces,
} from './piece-entries.ts'

/** Every coin and note by itself, with their sum; the keypad types into the one that is counted now. */
export function CountByPieces(props: {
  readonly entries: PieceEntries
  readonly onEntries: (entries: PieceEntries) => void
  readonly onDone: () => void
  /** Below the keypad: what is done with the count. */
  readonly children: ReactNode
}) {
  const { say } = useWords()
  const { entries, onEntries } = props
  const [chosen, setChosen] = useState(denominations[0]?.face)
  const list = useRef<HTMLDivElement>(null)
  const choose = (face: typeof chosen) =>
    list.current?.querySelector<HTMLInputElement>(`[data-testid="pieces-${face}"]`)?.focus()
  return (
    <div className={css.count}>
      <div className={css.rows} ref={list}>
        {denominations.map((each, index) => (
          <PieceRow
            key={each.face}
            of={each}
            entry={entries.get(each.face) ?? ''}
            chosen={each.face === chosen}
            autoFocus={index === 0}
            onChosen={() => setChosen(each.face)}
            onTyped={(text) => onEntries(typedPieces(entries, each.face, text))}
            onStep={(by) => {
              setChosen(each.face)
              onEntries(steppedPieces(entries, each.face, by))
            }}
            onNext={() => {
              const next = faceAfter(each.face)
              if (next === null) props.onDone()
              else choose(next)
            }}
          />
        ))}
      </div>
      <div className={css.beside}>
        <p className={css.sum} role="status">
          <span>{say('count.sum')}</span>
          <Amount minor={sumOf(entries)} currency testId="count-sum-so-far" />
        </p>
        <Keypad
          kind="digits"
          onKey={(key) => {
            if (chosen !== undefined) onEntries(pressedPieces(entries, chosen, key))
          }}
        />
        {props.children}
      </div>
    </div>
  )
}
