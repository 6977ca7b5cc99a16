import type { AttemptView } from '#shared/checkout/view.ts'
import type { TerminalStep } from '#shared/kernel/attempt.ts'
import { useSend } from '../../api/ask.ts'
import { useDevices } from '../../api/till.tsx'
import { deviceName } from '../../i18n/device-name.ts'
import { useWords } from '../../i18n/Words.tsx'
import { useShortcuts } from '../../input/shortcuts.ts'
import { Amount } from '../../widgets/Amount.tsx'
import { Button } from '../../widgets/Button.tsx'
import type { IconName } from '../../widgets/icons.data.ts'
import { Mark } from '../../widgets/Mark.tsx'
import { RefusalNote } from '../../widgets/RefusalNote.tsx'
import css from './CardProgress.module.css'
import { TerminalLost } from './TerminalLost.tsx'

const icons: Readonly<Record<TerminalStep, IconName>> = {
  connecting: 'terminal',
  presentCard: 'cardIn',
  enterPin: 'pin',
  authorising: 'wait',
  confirming: 'tick',
  removeCard: 'cardOut',
  cancelling: 'cross',
  recovering: 'question',
  keyAmount: 'byHand',
}
/** Steps at which the visitor can still stop it on the terminal. */
const stoppable: ReadonlySet<TerminalStep> = new Set(['presentCard', 'enterPin', 'keyAmount'])

/** The terminal is at work: one sentence for the visitor, the amount, and a way out where the protocol has one. */
export function CardProgress({ attempt }: { readonly attempt: AttemptView }) {
  const { say } = useWords()
  const { send, busy, refusal } = useSend()
  const terminal = useDevices().find((device) => device.kind === 'terminal')
  const { purpose, step } = attempt
  // A terminal that takes no orders to stop would only ignore ours; only its own red key helps.
  const takesOrders = terminal?.capabilities?.abort ?? true
  const canCancel = attempt.canCancel && takesOrders
  useShortcuts({
    Escape: () => {
      if (canCancel && !busy) void send({ type: 'cancelAttempt' })
    },
  })
  return (
    <section className={css.pane} data-testid="card" data-purpose={purpose}>
      <Mark
        icon={icons[step]}
        size={72}
        tone={step === 'confirming' ? 'good' : 'accent'}
        className={css.mark}
      />
      <p className={css.purpose}>{say('card.purpose', { purpose })}</p>
      <h1 className={css.sentence} aria-live="assertive" data-testid="card-step" data-step={step}>
        {say(`card.step.${step}`)}
      </h1>
      <p className={css.amount}>
        <Amount minor={attempt.amount} currency testId="card-attempt-amount" />
      </p>
      <p className={css.terminal} dir="auto">
        {say('card.on', { terminal: terminal ? deviceName(terminal, say) : attempt.terminalName })}
      </p>
      {attempt.terminalText === '' ? null : (
        <p className={css.says}>
          <span>{say('card.terminalSays')}</span>
          <q dir="auto" data-testid="terminal-text">
            {attempt.terminalText}
          </q>
        </p>
      )}
      <TerminalLost terminal={terminal} unrecorded={attempt.unrecorded ?? false} />
      <div className={css.foot}>
        {canCancel ? (
          <Button
            size="large"
            icon="cross"
            hint="Esc"
            testId="card-cancel"
            busy={busy}
            onPress={() => void send({ type: 'cancelAttempt' })}
          >
            {say('card.cancel', { purpose })}
          </Button>
        ) : (
          <p className={css.quiet} data-testid="card-cannot-cancel">
            {say(!takesOrders && stoppable.has(step) ? 'card.cancelThere' : 'card.cannotCancel')}
          </p>
        )}
        <RefusalNote refusal={refusal} />
      </div>
    </section>
  )
}
