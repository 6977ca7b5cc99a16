import { useState } from 'react'
import type { BatchView } from '#shared/contract/settlements.ts'
import { type Resolution, resolutions } from '#shared/settlement/batch.ts'
import { netOf } from '#shared/settlement/totals.ts'
import { useAsk } from '../../../api/ask.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { FormDialog } from '../../../widgets/FormDialog.tsx'
import { ManyWords } from '../../../widgets/ManyWords.tsx'
import { OneOf } from '../../../widgets/OneOf.tsx'
import { theirNet } from './two-sides.ts'

/** The longest note the till takes. */
const longestNote = 500

/** What is to stand of a settlement both sides do not agree on: each answer says what it means for the money. */
export function ResolveDialog({
  batch,
  onClose,
}: {
  readonly batch: BatchView
  readonly onClose: () => void
}) {
  const { say, money } = useWords()
  const { ask, busy, refusal } = useAsk()
  const [chosen, setChosen] = useState<Resolution | null>(null)
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const theirs = theirNet(batch.told)
  const amounts = {
    ours: money(netOf(batch.ours)),
    theirs: theirs === null ? say('settlements.theirTotal') : money(theirs),
  }
  const resolve = async () => {
    setTried(true)
    if (chosen === null || note.trim() === '') return
    const answer = { batch: batch.batch, resolution: chosen, note: note.trim() }
    if ((await ask((till) => till.settlements.resolve(answer))).ok) onClose()
  }
  return (
    <FormDialog
      title={say('settlements.resolve.title', { number: String(batch.number) })}
      size="wide"
      testId="resolve-dialog"
      onClose={onClose}
      refusal={refusal}
      busy={busy}
      submit={{ words: say('settlements.resolve.save'), testId: 'resolve-save' }}
      onSubmit={() => void resolve()}
    >
      <OneOf
        label={say('settlements.resolve.what')}
        chosen={chosen}
        onChoose={setChosen}
        error={tried && chosen === null ? say('settlements.resolve.choose') : null}
        options={resolutions.map((key) => ({
          key,
          name: say(`settlements.resolution.${key}`),
          body: say(`settlements.resolution.${key}.body`, amounts),
        }))}
      />
      <ManyWords
        label={say('settlements.resolve.note')}
        value={note}
        onChange={setNote}
        maxLength={longestNote}
        hint={say('settlements.resolve.noteHint')}
        error={tried && note.trim() === '' ? say('papers.needed') : null}
        testId="resolve-note"
      />
    </FormDialog>
  )
}
