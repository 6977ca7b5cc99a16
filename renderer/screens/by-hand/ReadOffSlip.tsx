import { useState } from 'react'
import type { AttemptView } from '#shared/checkout/view.ts'
import { useSend } from '../../api/ask.ts'
import { useWords } from '../../i18n/Words.tsx'
import { Button } from '../../widgets/Button.tsx'
import { Keypad } from '../../widgets/Keypad.tsx'
import { RefusalNote } from '../../widgets/RefusalNote.tsx'
import { AnswerHead } from './AnswerHead.tsx'
import css from './AnswerPane.module.css'
import { SlipEntry } from './SlipEntry.tsx'
import type { SlipField } from './slip-draft.ts'
import { emptySlip, keyedInto, slipFaults, slipOf } from './slip-draft.ts'
import { useSigner, WhoAnswers } from './WhoAnswers.tsx'

/** It was approved: the two numbers that prove it, and who read them. */
export function ReadOffSlip(props: { readonly attempt: AttemptView; readonly onBack: () => void }) {
  const { say, money } = useWords()
  const { send, busy, refusal, clear } = useSend()
  const { attemptId, amount, purpose } = props.attempt
  const [draft, setDraft] = useState(emptySlip)
  const [field, setField] = useState<SlipField>('authorisation')
  const [tried, setTried] = useState(false)
  const [name, setName] = useSigner()
  const faults = slipFaults(draft, true)
  const write = async () => {
    setTried(true)
    if (faults.length > 0 || name === null || busy) return
    await send({ type: 'resolveAttempt', outcome: 'approved', name, attemptId, slip: slipOf(draft) })
  }
  return (
    <section className={css.pane} data-testid="by-hand-slip">
      <AnswerHead title={say('byHand.slip')} attempt={props.attempt} onBack={props.onBack} />
      <div className={css.middle}>
        <div className={css.entry}>
          <SlipEntry
            draft={draft}
            faults={tried ? faults : []}
            onDraft={(next) => {
              setDraft(next)
              clear()
            }}
            onField={setField}
            onEnter={() => void write()}
            autoFocus
          />
          <RefusalNote refusal={refusal} />
        </div>
        <Keypad kind="digits" onKey={(key) => setDraft((before) => keyedInto(before, field, key))} />
      </div>
      <WhoAnswers label={say('byHand.who')} name={name} onName={setName} />
      <Button
        look="primary"
        size="large"
        wide
        icon="tick"
        testId="by-hand-write"
        busy={busy}
        isDisabled={name === null}
        onPress={() => void write()}
      >
        {say('byHand.write', { purpose, amount: money(amount) })}
      </Button>
    </section>
  )
}
