import { FieldError } from 'react-aria-components/FieldError'
import { Label } from 'react-aria-components/Label'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import field from './Field.module.css'
import css from './OneOf.module.css'

/** One answer of a few, each with what it means. */
export function OneOf<Key extends string>(props: {
  readonly label: string
  readonly options: readonly { readonly key: Key; readonly name: string; readonly body: string | null }[]
  readonly chosen: Key | null
  readonly onChoose: (key: Key) => void
  readonly error?: string | null
  /** Two beside each other where there is room, for long lists. */
  readonly paired?: boolean
}) {
  return (
    <RadioGroup
      className={field.field ?? ''}
      value={props.chosen}
      isInvalid={typeof props.error === 'string'}
      onChange={(key) => props.onChoose(key as Key)}
    >
      <Label className={field.label ?? ''}>{props.label}</Label>
      <div className={css.options} data-paired={props.paired ?? false}>
        {props.options.map(({ key, name, body }) => (
          <Radio key={key} value={key} className={css.option ?? ''} data-testid={`choose-${key}`}>
            <span className={css.mark} aria-hidden="true" />
            <span>
              <span className={css.name}>{name}</span>
              {body === null ? null : <span className={css.body}>{body}</span>}
            </span>
          </Radio>
        ))}
      </div>
      <FieldError className={field.error ?? ''}>{props.error}</FieldError>
    </RadioGroup>
  )
}
