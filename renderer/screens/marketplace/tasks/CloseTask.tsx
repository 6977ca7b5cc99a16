import { useState } from 'react'
import type { TakenOrder } from '#shared/marketplace/order.ts'
import { useAsk } from '../../../api/ask.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { FormDialog } from '../../../widgets/FormDialog.tsx'
import { ManyWords } from '../../../widgets/ManyWords.tsx'
import { numberIn } from '../orders/OrderHead.tsx'

/** The longest note the till takes. */
const longestNote = 500

/** A person says how a task was settled otherwise; without a word about it nothing is closed. */
export function CloseTask({ order, onClose }: { readonly order: TakenOrder; readonly onClose: () => void }) {
  const { say } = useWords()
  const { ask, busy, refusal } = useAsk()
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const close = async () => {
    setTried(true)
    if (note.trim() === '') return
    const answer = { order: order.id, note: note.trim() }
    if ((await ask((till) => till.marketplace.closeTask(answer))).ok) onClose()
  }
  return (
    <FormDialog
      title={say('market.task.other.title', { number: numberIn(order.number) })}
      testId="close-task"
      onClose={onClose}
      refusal={refusal}
      busy={busy}
      submit={{ words: say('market.task.other.yes'), testId: 'close-task-save' }}
      onSubmit={() => void close()}
    >
      <p>{say('market.task.other.body')}</p>
      <ManyWords
        label={say('market.task.other.note')}
        value={note}
        onChange={setNote}
        maxLength={longestNote}
        hint={say('market.task.other.note.hint')}
        error={tried && note.trim() === '' ? say('market.needed') : null}
        testId="close-task-note"
      />
    </FormDialog>
  )
}
