import { Button } from '../../widgets/Button.tsx'
import type { IconName } from '../../widgets/icons.data.ts'
import css from './TicketPapers.module.css'

/** A paper that can be made, with what it is for, or why it cannot be made, beside it. */
export function PaperButton(props: {
  readonly icon: IconName
  readonly words: string
  readonly hint: string
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
      <p className={css.why}>{props.hint}</p>
    </div>
  )
}
