import type { ShopSettings } from '#shared/cart/settings.ts'
import type { BusinessDay } from '#shared/kernel/stamp.ts'
import { useSend } from '../../../api/ask.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { dayIn } from '../../../i18n/when.ts'
import { Button } from '../../../widgets/Button.tsx'
import { RefusalNote } from '../../../widgets/RefusalNote.tsx'
import css from './TaxSettings.module.css'
import { unsetTax, withoutChange } from './tax-draft.ts'

/** Changes that are to come, each of which can still be taken back. */
export function Planned(props: {
  readonly settings: ShopSettings
  readonly kind: 'regimes' | 'duty'
  readonly changes: readonly { readonly from: BusinessDay; readonly name: string }[]
}) {
  const { say } = useWords()
  const { send, busy, refusal } = useSend()
  const { settings, kind, changes } = props
  const takeBack = (from: BusinessDay) => {
    const tax = withoutChange(settings.tax ?? unsetTax, kind, from)
    void send({ type: 'configure', settings: { ...settings, tax } })
  }
  return (
    <>
      {changes.map(({ from, name }) => (
        <div key={from} className={css.planned} data-testid={`planned-${kind}`}>
          <span>{say('tax.planned', { day: `\u2066${dayIn(from)}\u2069`, name })}</span>
          <Button look="quiet" busy={busy} testId={`take-back-${kind}`} onPress={() => takeBack(from)}>
            {say('tax.takeBack')}
          </Button>
        </div>
      ))}
      <RefusalNote refusal={refusal} />
    </>
  )
}
