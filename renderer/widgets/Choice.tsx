import type { ReactNode } from 'react'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'
import css from './Choice.module.css'

export interface ChoiceOption<Key extends string> {
  readonly key: Key
  readonly face: ReactNode
  /** Full name where the face is only letters. */
  readonly label?: string
  readonly testId?: string
}

/** One of a few, side by side. `pills` wrap and may be many; `segments` share one box. */
export function Choice<Key extends string>(props: {
  readonly label: string
  readonly options: readonly ChoiceOption<Key>[]
  readonly chosen: Key | null
  readonly onChoose: (key: Key) => void
  readonly look?: 'segments' | 'pills'
  readonly isDisabled?: boolean
}) {
  return (
    <ToggleButtonGroup
      className={css[props.look ?? 'segments'] ?? ''}
      aria-label={props.label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={props.chosen === null ? [] : [props.chosen]}
      isDisabled={props.isDisabled ?? false}
      onSelectionChange={(keys) => {
        const [key] = keys
        if (key !== undefined) props.onChoose(key as Key)
      }}
    >
      {props.options.map((option) => (
        <ToggleButton
          key={option.key}
          id={option.key}
          className={css.option ?? ''}
          {...(option.label === undefined ? {} : { 'aria-label': option.label })}
          {...(option.testId === undefined ? {} : { 'data-testid': option.testId })}
        >
          {option.face}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
