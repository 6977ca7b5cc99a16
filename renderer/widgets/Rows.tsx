import type { ReactNode } from 'react'
import { Icon } from './Icon.tsx'
import type { IconName } from './icons.data.ts'
import css from './Rows.module.css'

/** Things one below the other, each in its box. */
export function Rows(props: { readonly label?: string; readonly children: ReactNode }) {
  return (
    <ul className={css.rows} aria-label={props.label}>
      {props.children}
    </ul>
  )
}

/** A thing with what can be done to it. `face`: what it is called. */
export function Row(props: { readonly face: ReactNode; readonly children: ReactNode }) {
  return (
    <li className={css.row}>
      <span className={css.face}>{props.face}</span>
      {props.children}
    </li>
  )
}

/** A thing to take, as a whole. */
export function RowButton(props: {
  readonly icon: IconName
  readonly face: ReactNode
  /** Where one of them is the one that is taken. */
  readonly chosen?: boolean
  readonly testId: string
  readonly onPress: () => void
  /** What is said of it, at its end. */
  readonly children: ReactNode
}) {
  return (
    <li>
      <button
        type="button"
        className={css.row}
        aria-pressed={props.chosen}
        data-testid={props.testId}
        onClick={props.onPress}
      >
        <Icon name={props.icon} size={20} />
        <span className={css.face}>{props.face}</span>
        {props.children}
      </button>
    </li>
  )
}
