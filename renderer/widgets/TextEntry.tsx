import { FieldError } from 'react-aria-components/FieldError'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { TextField } from 'react-aria-components/TextField'
import css from './Field.module.css'

export interface TextEntryProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly maxLength: number
  /** Said under the field; the field counts as wrong while it is set. */
  readonly error?: string | null
  readonly hint?: string
  readonly direction?: 'ltr' | 'rtl' | 'auto'
  readonly testId?: string
  readonly autoFocus?: boolean
  readonly required?: boolean
}

/** A labelled line of text. */
export function TextEntry(props: TextEntryProps) {
  return (
    <TextField
      className={css.field ?? ''}
      value={props.value}
      onChange={props.onChange}
      maxLength={props.maxLength}
      isInvalid={typeof props.error === 'string'}
      isRequired={props.required ?? false}
      autoFocus={props.autoFocus ?? false}
    >
      <Label className={css.label ?? ''}>{props.label}</Label>
      <Input
        className={css.input ?? ''}
        dir={props.direction ?? 'auto'}
        autoComplete="off"
        {...(props.testId === undefined ? {} : { 'data-testid': props.testId })}
      />
      {props.hint === undefined ? null : <span className={css.hint}>{props.hint}</span>}
      <FieldError className={css.error ?? ''}>{props.error}</FieldError>
    </TextField>
  )
}
