import { useState } from 'react'
import type { AttemptView } from '#shared/checkout/view.ts'
import { useSend } from '../../api/ask.ts'
import { useWords } from '../../i18n/Words.tsx'
import { Button } from '../../widgets/Button.tsx'
import { Dialog } from '../../widgets/Dialog.tsx'
import { RefusalNote } from '../../widgets/RefusalNote.tsx'
import { SlipEntry } from '../by-hand/SlipEntry.tsx'
import { emptySlip, slipFaults, slipOf } from '../by-hand/slip-draft.ts'
import { useSigner, WhoAnswers } from '../by-hand/WhoAnswers.tsx'
import css from './AnswerDialog.module.css'

/** A person answers for the terminal: their name, the slip where there is one, and once more what they saw. */
export function AnswerDialog(props: {
  readonly outcome: 'approved' | 'declined'
  readonly attempt: AttemptView
  readonly onClose: () => void
}) {
  const { say, money } = useWords()
  const { send, busy, refusal, clear } = useSend()
  const { attemptId, purpose, byHand, amount } = props.attempt
  const [name, setName] = useSigner()
  const [draft, setDraft] = useState(emptySlip)
  const [tried, setTried] = useState(false)
  const taken = props.outcome === 'approved'
  const faults = taken ? slipFaults(draft, byHand) : []
  const answer = async () => {
    setTried(true)
    if (name === null || faults.length > 0 || busy) return
    const slip = taken ? slipOf(draft) : null
    const { outcome } = props
    if ((await send({ type: 'resolveAttempt', outcome, name, attemptId, slip })).ok) props.onClose()
  }
  return (
    <Dialog
      title={say(taken ? 'unknown.confirmTaken' : 'unknown.confirmNotTaken', {
        purpose,
        amount: money(amount),
      })}
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
            {say(taken ? 'unknown.sure' : 'unknown.sureNot', { purpose })}
          </Button>
        </>
      }
    >
      <div className={css.body}>
        <p>{say(taken ? 'unknown.takenBody' : 'unknown.notTakenBody', { purpose })}</p>
        <WhoAnswers label={say('unknown.name')} name={name} onName={setName} />
        {taken ? (
          <fieldset className={css.slip}>
            <legend className={css.label}>{say(byHand ? 'byHand.slip' : 'unknown.slip')}</legend>
            <div className={css.pair}>
              <SlipEntry
                draft={draft}
                faults={tried ? faults : []}
                onDraft={(next) => {
                  setDraft(next)
                  clear()
                }}
                onEnter={() => void answer()}
              />
            </div>
          </fieldset>
        ) : null}
        <RefusalNote refusal={refusal} />
      </div>
    </Dialog>
  )
}
