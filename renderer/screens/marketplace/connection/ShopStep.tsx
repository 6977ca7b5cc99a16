import { useState } from 'react'
import { useWords } from '../../../i18n/Words.tsx'
import { Button } from '../../../widgets/Button.tsx'
import css from './Connection.module.css'
import { HookFields } from './HookFields.tsx'
import { KeyField } from './KeyField.tsx'
import type { MarketDraft } from './market-draft.ts'
import { marketFaults } from './market-faults.ts'
import { platformFields } from './platform-fields.data.ts'
import { ShopChoices } from './ShopChoices.tsx'

/** The second step: where the shop is, with which key, and what else its platform wants to know. */
export function ShopStep(props: {
  readonly draft: MarketDraft
  readonly onDraft: (part: Partial<MarketDraft>) => void
  readonly onBack: () => void
  readonly onNext: () => void
}) {
  const { say } = useWords()
  const [tried, setTried] = useState(false)
  const { draft, onDraft } = props
  if (draft.platform === null) return null
  const faults = marketFaults(draft)
  const next = () => {
    setTried(true)
    if (Object.keys(faults).length === 0) props.onNext()
  }
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault()
        next()
      }}
    >
      <div className={css.pair}>
        {platformFields[draft.platform].map((spec) => (
          <KeyField
            key={spec.field}
            spec={spec}
            draft={draft}
            fault={tried ? faults[spec.field] : undefined}
            onDraft={onDraft}
          />
        ))}
      </div>
      <ShopChoices draft={draft} onDraft={onDraft} />
      <HookFields draft={draft} faults={tried ? faults : {}} onDraft={onDraft} />
      <div className={css.foot}>
        <Button size="large" testId="step-back" onPress={props.onBack}>
          {say('app.back')}
        </Button>
        <Button look="primary" size="large" type="submit" testId="step-next">
          {say('market.check')}
        </Button>
      </div>
    </form>
  )
}
