import { useState } from 'react'
import type { AttemptView } from '#shared/checkout/view.ts'
import { unknownWords } from '#shared/i18n/refusals/unknown-words.ts'
import { useSend } from '../../api/ask.ts'
import { useDevices } from '../../api/till.tsx'
import { deviceName } from '../../i18n/device-name.ts'
import { useWords } from '../../i18n/Words.tsx'
import { Button } from '../../widgets/Button.tsx'
import { Icon } from '../../widgets/Icon.tsx'
import { RefusalNote } from '../../widgets/RefusalNote.tsx'
import { AnswerDialog } from './AnswerDialog.tsx'
import css from './UnknownOutcome.module.css'

/**
 * Nobody knows yet whether the money was taken. Calm and amber: what happened, what the till does, what to look for,
 * and three ways on. Not an error, and nothing here charges again.
 */
export function UnknownOutcome({ attempt }: { readonly attempt: AttemptView }) {
  const { say, money, language } = useWords()
  const { send, busy, refusal } = useSend()
  const [answer, setAnswer] = useState<'approved' | 'declined' | null>(null)
  const terminal = useDevices().find((device) => device.kind === 'terminal')
  const words = unknownWords(attempt.unknown?.cause ?? 'noAnswer', terminal?.protocol ?? '', language)
  const canAsk = attempt.unknown?.canAsk ?? false
  const amount = money(attempt.amount)
  return (
    <section className={css.pane} data-testid="unknown" data-cause={attempt.unknown?.cause ?? ''}>
      <header className={css.head}>
        <span className={css.mark}>
          <Icon name="question" size={56} />
        </span>
        <div>
          <h1 className={css.title} aria-live="polite">
            {say('unknown.title', { amount })}
          </h1>
          <p className={css.terminal} dir="auto">
            {say('card.on', { terminal: terminal ? deviceName(terminal, say) : attempt.terminalName })}
          </p>
        </div>
      </header>
      <dl className={css.facts}>
        <div>
          <dt>{say('unknown.why')}</dt>
          <dd>{words.what}</dd>
        </div>
        <div>
          <dt>{say('unknown.doing')}</dt>
          <dd>{words.doing}</dd>
        </div>
        <div>
          <dt>{say('unknown.lookFor')}</dt>
          <dd>{words.lookFor}</dd>
          {terminal?.simulated ? <dd>{say('unknown.practice')}</dd> : null}
        </div>
      </dl>
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
            {say('unknown.taken')}
          </Button>
          <Button size="large" wide testId="answer-not-taken" onPress={() => setAnswer('declined')}>
            {say('unknown.notTaken')}
          </Button>
        </div>
        <p className={css.wait}>{say('unknown.wait')}</p>
        <RefusalNote refusal={refusal} />
      </div>
      {answer === null ? null : (
        <AnswerDialog outcome={answer} amount={amount} onClose={() => setAnswer(null)} />
      )}
    </section>
  )
}
