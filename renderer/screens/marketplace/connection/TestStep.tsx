import { useCallback, useEffect, useState } from 'react'
import type { MarketCheck } from '#shared/contract/marketplace.ts'
import { useAsk } from '../../../api/ask.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { Button } from '../../../widgets/Button.tsx'
import { Loading } from '../../../widgets/EmptyState.tsx'
import { RefusalNote } from '../../../widgets/RefusalNote.tsx'
import { CheckResult } from './CheckResult.tsx'
import css from './Connection.module.css'
import { configOf, type MarketDraft } from './market-draft.ts'

/** The third step: the marketplace is asked, its answer is said in words, and only then can it be connected. */
export function TestStep(props: {
  readonly draft: MarketDraft
  readonly onBack: () => void
  readonly onConnected: () => void
}) {
  const { say } = useWords()
  const checking = useAsk()
  const saving = useAsk()
  const [found, setFound] = useState<MarketCheck | null>(null)
  const [config] = useState(() => configOf(props.draft))
  const { ask } = checking
  const check = useCallback(async () => {
    if (config === null) return
    setFound(null)
    const said = await ask((till) => till.marketplace.check({ config }))
    if (said.ok) setFound(said.value)
  }, [ask, config])
  useEffect(() => void check(), [check])
  const save = async () => {
    if (config === null) return
    if ((await saving.ask((till) => till.marketplace.configure({ config }))).ok) props.onConnected()
  }
  return (
    <div className={css.form}>
      {checking.busy ? (
        <div>
          <p className={css.quiet}>{say('market.check.asking')}</p>
          <Loading label={say('market.check.asking')} rows={2} />
        </div>
      ) : null}
      <RefusalNote refusal={checking.busy ? null : checking.refusal} />
      {found === null ? null : <CheckResult found={found} />}
      <RefusalNote refusal={saving.refusal} />
      <div className={css.foot}>
        <Button size="large" testId="step-back" onPress={props.onBack}>
          {say('market.check.fix')}
        </Button>
        {found === null ? (
          <Button
            look="primary"
            size="large"
            icon="refresh"
            busy={checking.busy}
            testId="check-again"
            onPress={() => void check()}
          >
            {say('market.check.again')}
          </Button>
        ) : (
          <Button
            look="primary"
            size="large"
            busy={saving.busy}
            testId="market-save"
            onPress={() => void save()}
          >
            {say('market.check.save')}
          </Button>
        )}
      </div>
    </div>
  )
}
