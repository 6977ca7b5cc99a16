import { useState } from 'react'
import type { BatchView } from '#shared/contract/settlements.ts'
import { useAsk } from '../../../api/ask.ts'
import { useInCharge } from '../../../api/in-charge.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { saveFile } from '../../../input/save-file.ts'
import { DoneNote } from '../../../widgets/DoneNote.tsx'
import { Buttons, ExplainedButton } from '../../../widgets/ExplainedButton.tsx'
import { RefusalNote } from '../../../widgets/RefusalNote.tsx'
import { isEnded } from './batch-state.ts'
import { EnterTotals } from './EnterTotals.tsx'
import { ResolveDialog } from './ResolveDialog.tsx'

/** What a person can do with a settlement; what cannot be done now says why. */
export function BatchActions(props: { readonly batch: BatchView; readonly onChanged: () => void }) {
  const { say } = useWords()
  const { ask, busy, refusal, clear } = useAsk()
  const [open, setOpen] = useState<'resolve' | 'enter' | null>(null)
  const [told, setTold] = useState('')
  const inCharge = useInCharge()
  const { batch } = props
  const id = { batch: batch.batch }
  const ended = isEnded(batch)
  // A terminal that was told to close its day is not told again.
  const mayResend = batch.way === 'host' ? !ended : batch.state === 'frozen'
  const deciding = batch.state === 'disputed' || batch.state === 'exported'
  const managers = inCharge ? null : say('settlements.resolve.managers')
  const resend = async () => {
    setTold('')
    if ((await ask((till) => till.settlements.resend(id))).ok) setTold(say('settlements.resend.asked'))
  }
  const save = async () => {
    const said = await ask((till) => till.settlements.export(id))
    if (said.ok) saveFile(said.value.file, said.value.text)
  }
  const close = () => {
    setOpen(null)
    props.onChanged()
  }
  return (
    <section aria-label={say('settlements.number', { number: String(batch.number) })}>
      <Buttons>
        {mayResend ? (
          <ExplainedButton
            icon="refresh"
            words={say('settlements.resend')}
            why={managers ?? say('settlements.resend.hint')}
            stopped={managers !== null}
            busy={busy}
            testId="batch-resend"
            onPress={() => void resend()}
          />
        ) : null}
        {batch.way === 'terminal' && batch.state === 'disputed' ? (
          <ExplainedButton
            icon="byHand"
            words={say('settlements.enter')}
            why={managers ?? say('settlements.enter.hint')}
            stopped={managers !== null}
            testId="batch-enter"
            onPress={() => setOpen('enter')}
          />
        ) : null}
        {ended ? null : (
          <ExplainedButton
            icon="person"
            words={say('settlements.resolve')}
            why={managers ?? say(deciding ? 'settlements.resolve.hint' : 'settlements.resolve.early')}
            stopped={managers !== null || !deciding}
            testId="batch-resolve"
            onPress={() => setOpen('resolve')}
          />
        )}
        <ExplainedButton
          icon="save"
          words={say('settlements.export')}
          why={managers ?? say('settlements.export.hint')}
          stopped={managers !== null}
          busy={busy}
          testId="batch-export"
          onPress={() => void save()}
        />
      </Buttons>
      <DoneNote words={told} />
      <RefusalNote refusal={refusal} onClose={clear} />
      {open === 'resolve' ? <ResolveDialog batch={batch} onClose={close} /> : null}
      {open === 'enter' ? <EnterTotals batch={batch} onClose={close} /> : null}
    </section>
  )
}
