import type { AttemptView } from '#shared/checkout/view.ts'
import { useWords } from '../../i18n/Words.tsx'
import { Amount } from '../../widgets/Amount.tsx'
import { Button } from '../../widgets/Button.tsx'
import css from './AnswerPane.module.css'

/** The way back to the amount, what is being answered, and for how much. */
export function AnswerHead(props: {
  readonly title: string
  /** `null`: the amount stands in the title. */
  readonly attempt: AttemptView | null
  readonly onBack: () => void
}) {
  const { say } = useWords()
  return (
    <header className={css.head}>
      <Button
        look="quiet"
        icon="back"
        hint="Esc"
        label={say('app.back')}
        testId="by-hand-back"
        onPress={props.onBack}
      />
      <h1 className={css.title}>{props.title}</h1>
      {props.attempt === null ? null : (
        <strong className={css.amount}>
          <Amount minor={props.attempt.amount} currency />
        </strong>
      )}
    </header>
  )
}
