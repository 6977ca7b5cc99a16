import { useState } from 'react'
import type { AttemptView } from '#shared/checkout/view.ts'
import { useSend } from '../../api/ask.ts'
import { useDevices } from '../../api/till.tsx'
import { deviceName } from '../../i18n/device-name.ts'
import { useWords } from '../../i18n/Words.tsx'
import { whenIn } from '../../i18n/when.ts'
import { Button } from '../../widgets/Button.tsx'
import { Mark } from '../../widgets/Mark.tsx'
import { RefusalNote } from '../../widgets/RefusalNote.tsx'
import { AnswerDialog } from './AnswerDialog.tsx'
import css from './UnknownOutcome.module.css'
import { WhatToLookFor } from './WhatToLookFor.tsx'

/**
 * Nobody knows yet whether the money moved. Calm and amber: what happened, what the till does, what to look for,
 * and three ways on. Not an error, and nothing here charges again.
 */
export function UnknownOutcome({ attempt }: { readonly attempt: AttemptView }) {
  const { say, money } = useWords()
  const { send, busy, refusal } = useSend()
  const [answer, setAnswer] = useState<'approved' | 'declined' | null>(null)
  const terminal = useDevices().find((device) => device.kind === 'terminal')
  const canAsk = attempt.unknown?.canAsk ?? false
  const { purpose } = attempt
  return (
    <section className={css.pane} data-testid="unknown" data-cause={attempt.unknown?.cause ?? ''}>
      <header className={css.head}>
        <Mark icon="question" size={56} tone="wait" className={css.mark} />
        <div>
          <h1 className={css.title} aria-live="polite">
            {say('unknown.title', { purpose, amount: money(attempt.amount) })}
          </h1>
          <p className={css.terminal} dir="auto">
            {say('card.on', { terminal: terminal ? deviceName(terminal, say) : attempt.terminalName })}
            {' · '}
            <strong className={css.when} data-testid="unknown-when">
              {whenIn(attempt.startedAt)}
            </strong>
          </p>
        </div>
      </header>
      <WhatToLookFor attempt={attempt} terminal={terminal} />
      <div className={css.ways}>
        {canAsk ? (
          <Button
            look="primary"
            size="large"
            wide
            icon="refresh"
            testId="ask-terminal"
            busy={busy}
            onPress={() => void send({ type: 'askTerminal' })}
          >
            {say('unknown.ask')}
          </Button>
        ) : (
          <p role="status" data-testid="cannot-ask">
            {say(terminal?.health === 'busy' ? 'card.step.recovering' : 'unknown.cannotAsk')}
          </p>
        )}
        <div className={css.answers}>
          <Button size="large" wide testId="answer-taken" onPress={() => setAnswer('approved')}>
            {say('unknown.taken', { purpose })}
          </Button>
          <Button size="large" wide testId="answer-not-taken" onPress={() => setAnswer('declined')}>
            {say('unknown.notTaken', { purpose })}
          </Button>
        </div>
        <p className={css.wait}>{say('unknown.wait', { purpose })}</p>
        <RefusalNote refusal={refusal} />
      </div>
      {answer === null ? null : (
        <AnswerDialog outcome={answer} attempt={attempt} onClose={() => setAnswer(null)} />
      )}
    </section>
  )
}
