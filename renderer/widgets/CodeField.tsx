import { useId } from 'react'
import css from './CodeField.module.css'

export interface CodeFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly hint: string
  /** Said instead of the hint; the field counts as wrong while it is set. */
  readonly error: string | null
  readonly maxLength: number
  /** `digits` is typed on the keypad beside it; `text` may need letters. */
  readonly keys: 'digits' | 'text'
  readonly onFocus?: () => void
  readonly onEnter?: () => void
  readonly testId: string
  readonly autoFocus?: boolean
}

/** A number read off paper, large, left to right in every language. */
export function CodeField(props: CodeFieldProps) {
  const id = useId()
  const wrong = props.error !== null
  return (
    <div className={css.field}>
      <label className={css.label} htmlFor={id}>
        {props.label}
      </label>
      <input
        id={id}
        className={css.input}
        dir="ltr"
        value={props.value}
        maxLength={props.maxLength}
        inputMode={props.keys === 'digits' ? 'none' : 'text'}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        aria-invalid={wrong}
        aria-describedby={`${id}-note`}
        // biome-ignore lint/a11y/noAutofocus: the pane opens to be typed into
        autoFocus={props.autoFocus ?? false}
        data-testid={props.testId}
        onFocus={props.onFocus}
        onChange={(event) => props.onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          props.onEnter?.()
        }}
      />
      <p id={`${id}-note`} className={wrong ? css.error : css.hint}>
        {props.error ?? props.hint}
      </p>
    </div>
  )
}
