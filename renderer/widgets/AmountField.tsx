import { useId } from 'react'
import { useWords } from '../i18n/Words.tsx'
import type { AmountEntry } from '../input/amount-entry.ts'
import { shown, typed } from '../input/amount-entry.ts'
import css from './AmountField.module.css'

export interface AmountFieldProps {
  readonly label: string
  readonly entry: AmountEntry
  readonly onEntry: (entry: AmountEntry) => void
  /** Enter was pressed in the field. */
  readonly onEnter?: () => void
  readonly testId?: string
  readonly autoFocus?: boolean
  readonly placeholder?: string
}

/** One large amount being typed, by keyboard or by a `Keypad` beside it. `amountOf(entry)` gives the money. */
export function AmountField(props: AmountFieldProps) {
  const { say } = useWords()
  const id = useId()
  return (
    <div className={css.field}>
      <label className={css.label} htmlFor={id}>
        {props.label}
      </label>
      <div className={css.box} dir="ltr">
        <input
          id={id}
          className={css.input}
          value={shown(props.entry)}
          placeholder={props.placeholder ?? '0,00'}
          inputMode="none"
          autoComplete="off"
          // biome-ignore lint/a11y/noAutofocus: a keypad pane opens to be typed into
          autoFocus={props.autoFocus ?? false}
          {...(props.testId === undefined ? {} : { 'data-testid': props.testId })}
          onChange={(event) => {
            const entry = typed(event.target.value)
            if (entry !== null) props.onEntry(entry)
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter') props.onEnter?.()
          }}
        />
        <span className={css.currency}>{say('app.currency')}</span>
      </div>
    </div>
  )
}
