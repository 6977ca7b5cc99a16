import type { ReactNode } from 'react'
import { Button } from './Button.tsx'
import css from './ExplainedButton.module.css'
import type { IconName } from './icons.data.ts'

/** What can be done with one thing: as many buttons side by side as there is room for. */
export function Buttons({ children }: { readonly children: ReactNode }) {
  return <div className={css.buttons}>{children}</div>
}

/** A button with what it is for, or why it cannot be pressed, beside it. */
export function ExplainedButton(props: {
  readonly icon: IconName
  readonly words: string
  /** `null`: it needs none. */
  readonly why: string | null
  readonly stopped?: boolean
  readonly busy?: boolean
  readonly testId: string
  readonly onPress: () => void
}) {
  return (
    <div className={css.one}>
      <Button
        icon={props.icon}
        wide
        busy={props.busy ?? false}
        isDisabled={props.stopped ?? false}
        testId={props.testId}
        onPress={props.onPress}
      >
        {props.words}
      </Button>
      {props.why === null ? null : <p className={css.why}>{props.why}</p>}
    </div>
  )
}
