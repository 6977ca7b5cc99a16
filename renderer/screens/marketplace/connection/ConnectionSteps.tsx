import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ShownMarketConfig } from '#shared/marketplace/config.ts'
import { useTillQueries } from '../../../api/till.tsx'
import { useWords } from '../../../i18n/Words.tsx'
import { Button } from '../../../widgets/Button.tsx'
import { Loading } from '../../../widgets/EmptyState.tsx'
import { Unread } from '../../../widgets/Unread.tsx'
import css from './Connection.module.css'
import { draftOf, type MarketDraft, newDraft } from './market-draft.ts'
import { PlatformStep } from './PlatformStep.tsx'
import { ShopStep } from './ShopStep.tsx'
import { StepList } from './StepList.tsx'
import { TestStep } from './TestStep.tsx'

interface StepsProps {
  readonly onClose: () => void
  readonly onConnected: () => void
}

/** Which marketplace, where and with which key, and whether it works: nothing is kept before the third. */
export function ConnectionSteps(props: StepsProps) {
  const { say } = useWords()
  const asked = useQuery({ ...useTillQueries().marketplace.config.queryOptions(), staleTime: 0, gcTime: 0 })
  if (asked.isError) return <Unread onRetry={() => void asked.refetch()} />
  if (asked.data === undefined) return <Loading label={say('market.loading')} />
  return <Steps {...props} shown={asked.data} />
}

function Steps({ shown, onClose, onConnected }: StepsProps & { readonly shown: ShownMarketConfig | null }) {
  const { say, language } = useWords()
  const [draft, setDraft] = useState<MarketDraft>(() =>
    shown === null ? newDraft(language) : draftOf(shown, language),
  )
  const [step, setStep] = useState<1 | 2 | 3>(shown === null ? 1 : 2)
  const edit = (part: Partial<MarketDraft>) => setDraft((before) => ({ ...before, ...part }))
  return (
    <section className={css.steps} data-testid="connection-steps" data-step={step}>
      <header className={css.stepsHead}>
        <h2 className={css.name}>{say(shown === null ? 'market.connect' : 'market.connect.change')}</h2>
        <Button look="quiet" icon="cross" testId="steps-cancel" onPress={onClose}>
          {say('app.cancel')}
        </Button>
      </header>
      <StepList step={step} />
      {step === 1 ? <PlatformStep draft={draft} onDraft={edit} onNext={() => setStep(2)} /> : null}
      {step === 2 ? (
        <ShopStep draft={draft} onDraft={edit} onBack={() => setStep(1)} onNext={() => setStep(3)} />
      ) : null}
      {step === 3 ? <TestStep draft={draft} onBack={() => setStep(2)} onConnected={onConnected} /> : null}
    </section>
  )
}
