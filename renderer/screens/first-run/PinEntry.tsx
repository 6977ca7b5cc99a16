import { FieldError } from 'react-aria-components/FieldError'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { TextField } from 'react-aria-components/TextField'
import { westernDigits } from '../../input/amount-entry.ts'
import css from '../../widgets/Field.module.css'

const mostDigits = 8

/** A new PIN, typed without being shown. */
export function PinEntry(props: {
  readonly label: string
  readonly value: string
  readonly onChange: (pin: string) => void
  readonly error: string | null
  readonly testId: string
}) {
  return (
    <TextField
      className={css.field ?? ''}
      type="password"
      value={props.value}
      maxLength={mostDigits}
      isInvalid={props.error !== null}
      onChange={(text) => {
        const digits = westernDigits(text)
        if (/^\d*$/.test(digits)) props.onChange(digits)
      }}
    >
      <Label className={css.label ?? ''}>{props.label}</Label>
      <Input
        className={css.input ?? ''}
        dir="ltr"
        inputMode="numeric"
        autoComplete="new-password"
        data-testid={props.testId}
      />
      <FieldError className={css.error ?? ''}>{props.error}</FieldError>
    </TextField>
  )
}
