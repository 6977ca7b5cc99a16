import type { ReactNode } from 'react'
import css from './Key.module.css'

/** A key beside a field: pressing it leaves the focus in the field, so that Enter still means the field's Enter. */
export function Key(props: {
  readonly onPress: () => void
  readonly testId: string
  readonly label?: string
  readonly children: ReactNode
}) {
  return (
    <button
      type="button"
      className={css.key}
      data-testid={props.testId}
      aria-label={props.label}
      onMouseDown={(event) => event.preventDefault()}
      onClick={props.onPress}
    >
      {props.children}
    </button>
  )
}
