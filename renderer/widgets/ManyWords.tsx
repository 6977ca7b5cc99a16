import { FieldError } from 'react-aria-components/FieldError'
import { Label } from 'react-aria-components/Label'
import { TextArea } from 'react-aria-components/TextArea'
import { TextField } from 'react-aria-components/TextField'
import css from './Field.module.css'

/** A labelled text of a few lines. */
export function ManyWords(props: {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly maxLength: number
  readonly hint: string
  readonly error: string | null
  readonly testId: string
}) {
  return (
    <TextField
      className={css.field ?? ''}
      value={props.value}
      onChange={props.onChange}
      maxLength={props.maxLength}
      isInvalid={props.error !== null}
    >
      <Label className={css.label ?? ''}>{props.label}</Label>
      <TextArea className={`${css.input} ${css.lines}`} dir="auto" rows={3} data-testid={props.testId} />
      <span className={css.hint}>{props.hint}</span>
      <FieldError className={css.error ?? ''}>{props.error}</FieldError>
    </TextField>
  )
}
