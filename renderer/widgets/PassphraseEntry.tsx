import { FieldError } from 'react-aria-components/FieldError'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { TextField } from 'react-aria-components/TextField'
import { longestPassphrase } from '#shared/contract/books/backups.ts'
import css from './Field.module.css'

/** A passphrase, typed without being shown, in whatever letters. */
export function PassphraseEntry(props: {
  readonly label: string
  readonly value: string
  readonly onChange: (passphrase: string) => void
  readonly error?: string | null
  readonly hint?: string
  /** Chosen here, and not one that is known already. */
  readonly isNew: boolean
  readonly testId: string
}) {
  return (
    <TextField
      className={css.field ?? ''}
      type="password"
      value={props.value}
      maxLength={longestPassphrase}
      isInvalid={typeof props.error === 'string'}
      onChange={props.onChange}
    >
      <Label className={css.label ?? ''}>{props.label}</Label>
      <Input
        className={css.input ?? ''}
        dir="auto"
        autoComplete={props.isNew ? 'new-password' : 'off'}
        data-testid={props.testId}
      />
      {props.hint === undefined || typeof props.error === 'string' ? null : (
        <span className={css.hint}>{props.hint}</span>
      )}
      <FieldError className={css.error ?? ''}>{props.error}</FieldError>
    </TextField>
  )
}
