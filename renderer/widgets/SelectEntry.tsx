import { Button } from 'react-aria-components/Button'
import { FieldError } from 'react-aria-components/FieldError'
import { Label } from 'react-aria-components/Label'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Select, SelectValue } from 'react-aria-components/Select'
import css from './Field.module.css'
import { Icon } from './Icon.tsx'
import options from './Options.module.css'

export interface SelectOption {
  readonly key: string
  readonly label: string
}

/** One of a handful, shown when touched. */
export function SelectEntry(props: {
  readonly label: string
  readonly options: readonly SelectOption[]
  readonly chosen: string
  readonly onChoose: (key: string) => void
  readonly error?: string | null
  readonly testId: string
}) {
  return (
    <Select
      className={css.field ?? ''}
      value={props.chosen}
      isInvalid={typeof props.error === 'string'}
      onChange={(key) => props.onChoose(String(key))}
    >
      <Label className={css.label ?? ''}>{props.label}</Label>
      <Button className={`${css.input} ${css.select}`} data-testid={props.testId}>
        <SelectValue className={css.value ?? ''} />
        <Icon name="more" size={20} />
      </Button>
      <FieldError className={css.error ?? ''}>{props.error}</FieldError>
      <Popover className={`${options.popover} ${options.under}`}>
        <ListBox className={options.list ?? ''}>
          {props.options.map(({ key, label }) => (
            <ListBoxItem
              key={key}
              id={key}
              textValue={label}
              className={options.option ?? ''}
              data-testid={`${props.testId}-${key}`}
            >
              <bdi>{label}</bdi>
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  )
}
