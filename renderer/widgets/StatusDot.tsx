import type { ReactNode } from 'react'
import { Icon } from './Icon.tsx'
import type { IconName } from './icons.data.ts'
import css from './StatusDot.module.css'

export type Tone = 'good' | 'wait' | 'stop' | 'idle'

/** A state in words with its icon and a dot: colour never speaks alone. */
export function StatusDot(props: {
  readonly tone: Tone
  readonly icon: IconName
  readonly children: ReactNode
}) {
  return (
    <span className={css.status} data-tone={props.tone}>
      <span className={css.mark}>
        <Icon name={props.icon} size={20} />
        <span className={css.dot} />
      </span>
      <span className={css.words}>{props.children}</span>
    </span>
  )
}
