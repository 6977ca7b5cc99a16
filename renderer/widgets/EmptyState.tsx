import type { ReactNode } from 'react'
import css from './EmptyState.module.css'
import { Icon } from './Icon.tsx'
import type { IconName } from './icons.data.ts'

/** Nothing here yet: says so, why, and what to do. `children`: one button at most. */
export function EmptyState(props: {
  readonly icon: IconName
  readonly title: string
  readonly body?: string
  readonly children?: ReactNode
}) {
  return (
    <div className={css.empty}>
      <span className={css.mark}>
        <Icon name={props.icon} size={32} />
      </span>
      <p className={css.title}>{props.title}</p>
      {props.body === undefined ? null : <p className={css.body}>{props.body}</p>}
      {props.children}
    </div>
  )
}

/** A list still on its way: quiet bars in the shape of what comes. `shown`: it takes long enough to say why. */
export function Loading(props: { readonly label: string; readonly rows?: number; readonly shown?: boolean }) {
  const { label, rows = 3, shown = false } = props
  return (
    <div className={css.loading} role="status">
      <span className={shown ? css.why : 'spoken'}>{label}</span>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bars have no identity
        <span key={row} className={css.bar} />
      ))}
    </div>
  )
}
