import type { CheckoutView } from '#shared/checkout/view.ts'
import { declineWords } from '#shared/i18n/refusals/decline-words.ts'
import type { WordKey } from '#shared/i18n/screens/words.ts'
import { dirham } from '#shared/money/amount.ts'
import { useSend } from '../../api/ask.ts'
import { useCounter } from '../../api/till.tsx'
import { useWords } from '../../i18n/Words.tsx'
import { Button } from '../../widgets/Button.tsx'
import { Icon } from '../../widgets/Icon.tsx'
import { RefusalNote } from '../../widgets/RefusalNote.tsx'
import css from './DeviceCard.module.css'

/** What the till charges for a test. */
const testAmount = dirham(100)

/** Why no test can be made now; `null`: one can. The till judges again when asked. */
function stopped(view: CheckoutView | null, inCharge: boolean): WordKey | null {
  if (!inCharge) return 'care.test.managers'
  if (view === null || view.phase === 'closed') return 'care.test.closed'
  return view.phase === 'idle' ? null : 'care.test.saleOpen'
}

/** One dirham charged and undone, and how the last such test ended. */
export function TestPayment({ inCharge }: { readonly inCharge: boolean }) {
  const { say, money, language } = useWords()
  const { send, busy, refusal, clear } = useSend()
  const view = useCounter()
  const last = view?.lastTest ?? null
  const why = stopped(view, inCharge)
  return (
    <div className={css.one}>
      <Button
        icon="card"
        wide
        busy={busy}
        isDisabled={why !== null}
        testId="test-terminal"
        onPress={() => void send({ type: 'testTerminal' })}
      >
        {say('care.test', { amount: money(testAmount) })}
      </Button>
      <p className={css.quiet}>{say(why ?? 'care.test.body')}</p>
      <div role="status">
        {last === null ? null : (
          <p
            className={css.test}
            data-tone={last.outcome === 'undone' ? 'good' : 'wait'}
            data-testid="last-test"
            data-outcome={last.outcome}
          >
            <Icon name={last.outcome === 'undone' ? 'tick' : 'warn'} size={20} />
            {last.outcome === 'declined' && last.reason !== null
              ? say('care.test.declined', { text: declineWords(last.reason, language) })
              : say(last.outcome === 'undone' ? 'care.test.undone' : 'care.test.standing', {
                  amount: money(testAmount),
                })}
          </p>
        )}
      </div>
      <RefusalNote refusal={refusal} onClose={clear} />
    </div>
  )
}
