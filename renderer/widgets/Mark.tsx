import { Icon } from './Icon.tsx'
import type { IconName } from './icons.data.ts'
import css from './Mark.module.css'

/** The picture that a pane is about, in a soft disc; never alone, the pane's sentence stands below it. */
export function Mark(props: {
  readonly icon: IconName
  /** Of the icon, px. */
  readonly size: number
  readonly tone?: 'accent' | 'good' | 'wait'
  /** The pane's own class: `--mark-size`, and the room around it. */
  readonly className: string | undefined
}) {
  return (
    <span className={`${css.mark} ${props.className ?? ''}`} data-tone={props.tone ?? 'accent'}>
      <Icon name={props.icon} size={props.size} />
    </span>
  )
}
