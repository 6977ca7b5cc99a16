import { Checkbox } from 'react-aria-components/Checkbox'
import { CheckboxGroup } from 'react-aria-components/CheckboxGroup'
import { FieldError } from 'react-aria-components/FieldError'
import { Label } from 'react-aria-components/Label'
import field from './Field.module.css'
import { Icon } from './Icon.tsx'
import css from './TickBoxes.module.css'

/** Any number of a few. */
export function TickBoxes<Key extends string>(props: {
  readonly label: string
  readonly boxes: readonly { readonly key: Key; readonly words: string; readonly isDisabled?: boolean }[]
  readonly chosen: readonly Key[]
  readonly error: string | null
  readonly onChoose: (chosen: readonly Key[]) => void
  /** Each box is `<testId>-<key>`. */
  readonly testId: string
}) {
  const { boxes } = props
  return (
    <CheckboxGroup
      className={field.field ?? ''}
      value={[...props.chosen]}
      isInvalid={props.error !== null}
      onChange={(chosen) => props.onChoose(boxes.flatMap(({ key }) => (chosen.includes(key) ? [key] : [])))}
    >
      <Label className={field.label ?? ''}>{props.label}</Label>
      <div className={css.boxes}>
        {boxes.map(({ key, words, isDisabled = false }) => (
          <Checkbox
            key={key}
            value={key}
            className={css.box ?? ''}
            isDisabled={isDisabled}
            data-testid={`${props.testId}-${key}`}
          >
            <span className={css.tick} aria-hidden="true">
              <Icon name="tick" size={20} />
            </span>
            {words}
          </Checkbox>
        ))}
      </div>
      <FieldError className={field.error ?? ''}>{props.error}</FieldError>
    </CheckboxGroup>
  )
}
