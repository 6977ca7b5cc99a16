import type { AttemptView } from '#shared/checkout/view.ts'
import { useSend } from '../../api/ask.ts'
import { useWords } from '../../i18n/Words.tsx'
import { Button } from '../../widgets/Button.tsx'
import { RefusalNote } from '../../widgets/RefusalNote.tsx'
import { AnswerHead } from './AnswerHead.tsx'
import css from './AnswerPane.module.css'
import { useSigner, WhoAnswers } from './WhoAnswers.tsx'

/** It was declined, or never done: who saw it. */
export function NothingTaken(props: { readonly attempt: AttemptView; readonly onBack: () => void }) {
  const { say, money } = useWords()
  const { send, busy, refusal } = useSend()
  const { attemptId, amount, purpose } = props.attempt
  const [name, setName] = useSigner()
  const write = async () => {
    if (name !== null) await send({ type: 'resolveAttempt', outcome: 'declined', name, attemptId })
  }
  return (
    <section className={css.pane} data-testid="by-hand-nothing">
      <AnswerHead
        title={say('byHand.nothing.title', { purpose, amount: money(amount) })}
        attempt={null}
        onBack={props.onBack}
      />
      <p className={css.body}>{say('byHand.nothing.body', { purpose })}</p>
      <WhoAnswers label={say('unknown.name')} name={name} onName={setName} />
      <RefusalNote refusal={refusal} />
      <Button
        look="primary"
        size="large"
        wide
        testId="by-hand-write-nothing"
        autoFocus
        busy={busy}
        isDisabled={name === null}
        onPress={() => void write()}
      >
        {say('byHand.nothing.sure', { purpose })}
      </Button>
    </section>
  )
}
