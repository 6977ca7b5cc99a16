import { Button } from './Button.tsx'
import { Icon } from './Icon.tsx'
import css from './SearchBox.module.css'

/** Words to search a list by, and clearing them. */
export function SearchBox(props: {
  /** What it searches; also drawn while it is empty. */
  readonly label: string
  readonly clearLabel: string
  readonly text: string
  readonly onText: (text: string) => void
  readonly testId: string
}) {
  return (
    <label className={css.search}>
      <Icon name="search" />
      <input
        className={css.input}
        type="search"
        dir="auto"
        value={props.text}
        maxLength={100}
        placeholder={props.label}
        aria-label={props.label}
        data-testid={props.testId}
        onChange={(event) => props.onText(event.target.value)}
      />
      {props.text === '' ? null : (
        <Button
          look="quiet"
          size="small"
          icon="cross"
          label={props.clearLabel}
          onPress={() => props.onText('')}
        />
      )}
    </label>
  )
}
