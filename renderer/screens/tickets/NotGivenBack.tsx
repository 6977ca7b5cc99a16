import type { CheckoutView } from '#shared/checkout/view.ts'
import { declineWords } from '#shared/i18n/refusals/decline-words.ts'
import { useWords } from '../../i18n/Words.tsx'
import { Icon } from '../../widgets/Icon.tsx'
import css from './TicketActions.module.css'

/** The terminal has just refused to give back from this ticket, or to undo it: nothing moved, and why. */
export function NotGivenBack(props: { readonly view: CheckoutView | null; readonly ticket: number }) {
  const { say, language } = useWords()
  const failed = props.view?.notGivenBack ?? null
  return (
    <div role="status" className={css.failure}>
      {failed === null || failed.ticket !== props.ticket ? null : (
        <p className={css.failed} data-testid="not-given-back">
          <Icon name="warn" size={20} />
          {say(failed.purpose === 'void' ? 'tickets.void.failed' : 'tickets.refund.failed', {
            text: declineWords(failed.reason, language),
          })}
        </p>
      )}
    </div>
  )
}
