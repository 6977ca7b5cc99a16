import { useState } from 'react'
import type { AttemptView } from '#shared/checkout/view.ts'
import { useWords } from '../../i18n/Words.tsx'
import { useShortcuts } from '../../input/shortcuts.ts'
import { Amount } from '../../widgets/Amount.tsx'
import { Button } from '../../widgets/Button.tsx'
import { Mark } from '../../widgets/Mark.tsx'
import css from './ByHand.module.css'
import { NothingTaken } from './NothingTaken.tsx'
import { ReadOffSlip } from './ReadOffSlip.tsx'

/**
 * A terminal that nobody drives: the amount to key on it, large enough to be read across the counter, then what it
 * answered. The till sees nothing of the terminal, so each answer is signed.
 */
export function ByHand({ attempt }: { readonly attempt: AttemptView }) {
  const { say } = useWords()
  const [answer, setAnswer] = useState<'approved' | 'declined' | null>(null)
  const { purpose } = attempt
  const back = () => setAnswer(null)
  useShortcuts({ Escape: back })
  if (answer === 'approved') return <ReadOffSlip attempt={attempt} onBack={back} />
  if (answer === 'declined') return <NothingTaken attempt={attempt} onBack={back} />
  return (
    <section className={css.pane} data-testid="by-hand" data-purpose={purpose}>
      <Mark icon="byHand" size={56} className={css.mark} />
      <h1 className={css.key}>{say('byHand.key', { purpose })}</h1>
      <p className={css.amount}>
        <Amount minor={attempt.amount} currency testId="card-attempt-amount" />
      </p>
      <p className={css.quiet} dir="auto">
        {say('card.on', { terminal: `\u2068${attempt.terminalName}\u2069` })}
      </p>
      <div className={css.answers}>
        <p className={css.then}>{say('byHand.then')}</p>
        <Button
          look="primary"
          size="large"
          wide
          icon="tick"
          testId="by-hand-approved"
          onPress={() => setAnswer('approved')}
        >
          {say('byHand.approved', { purpose })}
        </Button>
        <Button
          size="large"
          wide
          icon="cross"
          testId="by-hand-declined"
          onPress={() => setAnswer('declined')}
        >
          {say('byHand.declined', { purpose })}
        </Button>
      </div>
    </section>
  )
}
