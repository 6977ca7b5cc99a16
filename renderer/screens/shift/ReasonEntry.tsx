import type { WordKey } from '#shared/i18n/screens/words.ts'
import { useWords } from '../../i18n/Words.tsx'
import { Choice } from '../../widgets/Choice.tsx'
import { TextEntry } from '../../widgets/TextEntry.tsx'
import css from './ReasonEntry.module.css'

/** Why, in words: the usual ones to touch, or one’s own. */
export function ReasonEntry(props: {
  readonly reason: string
  readonly onReason: (reason: string) => void
  readonly usual: readonly WordKey[]
}) {
  const { say } = useWords()
  return (
    <div className={css.reason}>
      <TextEntry
        label={say('shift.reason')}
        value={props.reason}
        onChange={props.onReason}
        maxLength={200}
        testId="reason"
      />
      <Choice
        look="pills"
        label={say('shift.reason')}
        chosen={props.usual.find((key) => say(key) === props.reason) ?? null}
        onChoose={(key) => props.onReason(say(key))}
        options={props.usual.map((key) => ({ key, face: say(key), testId: key.replaceAll('.', '-') }))}
      />
    </div>
  )
}
