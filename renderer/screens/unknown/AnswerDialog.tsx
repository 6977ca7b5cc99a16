import { useState } from 'react'
import { useSend } from '../../api/ask.ts'
import { useHouse } from '../../api/till.tsx'
import { useWords } from '../../i18n/Words.tsx'
import { Button } from '../../widgets/Button.tsx'
import { Choice } from '../../widgets/Choice.tsx'
import { Dialog } from '../../widgets/Dialog.tsx'
import { RefusalNote } from '../../widgets/RefusalNote.tsx'
import css from './AnswerDialog.module.css'

/** A person answers for the terminal: their name, and once more what they saw. */
export function AnswerDialog(props: {
  readonly outcome: 'approved' | 'declined'
  readonly amount: string
  readonly onClose: () => void
}) {
  const { say } = useWords()
  const { send, busy, refusal } = useSend()
  const people = useHouse()?.people ?? []
  const [name, setName] = useState<string | null>(null)
  const taken = props.outcome === 'approved'
  const answer = async () => {
    if (name === null) return
    if ((await send({ type: 'resolveAttempt', outcome: props.outcome, name })).ok) props.onClose()
  }
  return (
    <Dialog
      title={say(taken ? 'unknown.confirmTaken' : 'unknown.confirmNotTaken', { amount: props.amount })}
      testId="answer-dialog"
      onClose={props.onClose}
      foot={
        <>
          <Button look="quiet" onPress={props.onClose}>
            {say('app.cancel')}
          </Button>
          <Button
            look="primary"
            size="large"
            testId="confirm-answer"
            busy={busy}
            isDisabled={name === null}
            onPress={() => void answer()}
          >
            {say(taken ? 'unknown.sure' : 'unknown.sureNot')}
          </Button>
        </>
      }
    >
      <div className={css.body}>
        <p>{say(taken ? 'unknown.takenBody' : 'unknown.notTakenBody')}</p>
        <p className={css.label}>{say('unknown.name')}</p>
        <Choice
          look="pills"
          label={say('unknown.name')}
          chosen={name}
          onChoose={setName}
          options={people.map((person) => ({
            key: person.name,
            face: person.name,
            testId: `answer-name-${person.name}`,
          }))}
        />
        <RefusalNote refusal={refusal} />
      </div>
    </Dialog>
  )
}
