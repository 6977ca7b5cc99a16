import { useState } from 'react'
import { ComboBox } from 'react-aria-components/ComboBox'
import { FieldError } from 'react-aria-components/FieldError'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import css from './Field.module.css'
import options from './Options.module.css'

/** Six and a half options: it shows that there are more. Px. */
const longestList = 320

export interface SearchOption {
  readonly key: string
  readonly label: string
}

/** One of many, found by typing a part of its name. */
export function SearchEntry(props: {
  readonly label: string
  readonly options: readonly SearchOption[]
  /** `null`: none yet. */
  readonly chosen: string | null
  readonly onChoose: (key: string) => void
  /** Of the names; otherwise that of the page. */
  readonly direction?: 'ltr'
  readonly error?: string | null
  readonly testId: string
}) {
  const { chosen, testId } = props
  // Kept here, because the list closes when the page under it scrolls, and would take what is typed with it.
  const [typed, setTyped] = useState<string | null>(null)
  const forget = () => setTyped(null)
  const direction = props.direction === undefined ? {} : { dir: props.direction }
  return (
    <ComboBox
      className={css.field ?? ''}
      value={chosen}
      onChange={(key) => {
        if (key === null || key === chosen) return
        forget()
        props.onChoose(String(key))
      }}
      inputValue={typed ?? props.options.find(({ key }) => key === chosen)?.label ?? ''}
      onInputChange={setTyped}
      onBlur={forget}
      isInvalid={typeof props.error === 'string'}
      menuTrigger="focus"
      defaultItems={props.options}
    >
      <Label className={css.label ?? ''}>{props.label}</Label>
      <Input
        className={css.input ?? ''}
        {...direction}
        data-testid={testId}
        onKeyDown={({ key }) => {
          if (key === 'Escape') forget()
        }}
      />
      <FieldError className={css.error ?? ''}>{props.error}</FieldError>
      <Popover className={`${options.popover} ${options.under}`} maxHeight={longestList}>
        <ListBox<SearchOption> className={options.list ?? ''} {...direction}>
          {({ key, label }) => (
            <ListBoxItem
              id={key}
              textValue={label}
              className={options.option ?? ''}
              data-testid={`${testId}-${key}`}
            >
              {label}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
