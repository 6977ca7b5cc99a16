import { useState } from 'react'
import type { Answer } from '#shared/contract/contract.ts'
import { useAsk } from '../../../api/ask.ts'
import type { TillClient } from '../../../api/till.tsx'
import { useWords } from '../../../i18n/Words.tsx'
import { FormDialog } from '../../../widgets/FormDialog.tsx'
import { ManyWords } from '../../../widgets/ManyWords.tsx'

/** The longest note the till takes. */
const longestNote = 500

/** A person says how a task was settled otherwise; without a word about it nothing is closed. */
export function SettledOtherwise(props: {
  readonly title: string
  readonly body: string
  readonly hint: string
  readonly question: (till: TillClient, note: string) => Promise<Answer>
  readonly onClose: () => void
}) {
  const { say } = useWords()
  const { ask, busy, refusal } = useAsk()
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const { title, body, hint, question, onClose } = props
  const close = async () => {
    setTried(true)
    if (note.trim() === '') return
    if ((await ask((till) => question(till, note.trim()))).ok) onClose()
  }
  return (
    <FormDialog
      title={title}
      testId="close-task"
      onClose={onClose}
      refusal={refusal}
      busy={busy}
      submit={{ words: say('market.task.other.yes'), testId: 'close-task-save' }}
      onSubmit={() => void close()}
    >
      <p>{body}</p>
      <ManyWords
        label={say('market.task.other.note')}
        value={note}
        onChange={setNote}
        maxLength={longestNote}
        hint={hint}
        error={tried && note.trim() === '' ? say('market.needed') : null}
        testId="close-task-note"
      />
    </FormDialog>
  )
}
