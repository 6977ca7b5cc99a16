import type { DeviceRead } from '#shared/contract/devices.ts'
import { useWords } from '../../i18n/Words.tsx'
import { Button } from '../../widgets/Button.tsx'
import { Icon } from '../../widgets/Icon.tsx'
import css from './ReadHint.module.css'

/**
 * What was read but is nothing to ring: a payment card, or something unreadable. Always mounted, so that it is
 * heard.
 */
export function ReadHint(props: { readonly read: DeviceRead | null; readonly onClose: () => void }) {
  const { say } = useWords()
  const { read } = props
  return (
    <div role="status" aria-live="polite">
      {read === null || read.kind === 'code' ? null : (
        <div className={css.hint} data-read={read.kind} data-testid="read-hint">
          <Icon name={read.kind === 'paymentCard' ? 'card' : 'warn'} />
          <p className={css.words}>
            {read.kind === 'paymentCard'
              ? say('reads.paymentCard', { card: `\u2066${read.maskedPan}\u2069` })
              : say('reads.unreadable')}
          </p>
          <Button look="quiet" size="small" icon="cross" label={say('app.close')} onPress={props.onClose} />
        </div>
      )}
    </div>
  )
}
