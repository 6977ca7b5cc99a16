import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { OwnerAccountView } from '#shared/contract/books/owners-door.ts'
import type { DayRange } from '#shared/kernel/day-range.ts'
import { useTillQueries } from '../../../api/till.tsx'
import { useWords } from '../../../i18n/Words.tsx'
import { Amount } from '../../../widgets/Amount.tsx'
import { Button } from '../../../widgets/Button.tsx'
import { Card } from '../../../widgets/Card.tsx'
import { DoneNote } from '../../../widgets/DoneNote.tsx'
import { Loading } from '../../../widgets/EmptyState.tsx'
import { Buttons, ExplainedButton } from '../../../widgets/ExplainedButton.tsx'
import { RefusalNote } from '../../../widgets/RefusalNote.tsx'
import { Part } from '../../../widgets/ScrollPage.tsx'
import { Unread } from '../../../widgets/Unread.tsx'
import { AccountPart } from './AccountPart.tsx'
import { ContractPart } from './ContractPart.tsx'
import css from './Owners.module.css'
import { ownerName } from './owner-words.ts'
import { PayForm } from './PayForm.tsx'

/** One artisan: what is due, what was agreed, what happened on the account. */
export function OwnerPage({ owner, onBack }: { readonly owner: string; readonly onBack: () => void }) {
  const { say } = useWords()
  const [range, setRange] = useState<DayRange | null>(null)
  const account = useQuery({
    ...useTillQueries().owners.account.queryOptions({ input: { owner, range } }),
    staleTime: 0,
    placeholderData: keepPreviousData,
  })
  const { refetch, data } = account
  const body = () => {
    if (account.isError) return <Unread onRetry={() => void refetch()} />
    if (data === undefined) return <Loading label={say('owners.loading')} rows={4} />
    if (!data.ok) return <RefusalNote refusal={data.refusal} />
    const view = data.value
    return (
      <>
        <BalancePart view={view} onChanged={() => void refetch()} />
        <ContractPart card={view.card} onChanged={() => void refetch()} />
        <AccountPart view={view} onRange={setRange} />
      </>
    )
  }
  return (
    <>
      <div>
        <Button icon="back" look="quiet" testId="all-owners" onPress={onBack}>
          {say('owners.back')}
        </Button>
      </div>
      {body()}
    </>
  )
}

function BalancePart(props: { readonly view: OwnerAccountView; readonly onChanged: () => void }) {
  const words = useWords()
  const { say } = words
  const { card } = props.view
  const [giving, setGiving] = useState<'advance' | 'payout' | null>(null)
  const [given, setGiven] = useState('')
  const nothing = card.balance <= 0
  return (
    <Part title={ownerName(card, words)} testId="owner">
      <Card>
        <p className={css.top}>
          <span>{say(card.balance < 0 ? 'owners.balance.owes' : 'owners.balance')}</span>
          <span className={css.big}>
            <Amount minor={Math.abs(card.balance)} currency testId="owner-balance" />
          </span>
        </p>
        <Buttons>
          <ExplainedButton
            icon="cash"
            words={say('owners.pay.payout')}
            why={nothing ? say('owners.pay.nothing') : null}
            stopped={nothing}
            testId="pay-payout"
            onPress={() => setGiving('payout')}
          />
          <ExplainedButton
            icon="plus"
            words={say('owners.pay.advance')}
            why={null}
            testId="pay-advance"
            onPress={() => setGiving('advance')}
          />
        </Buttons>
        <DoneNote words={given} testId="owner-paid" />
      </Card>
      {giving === null ? null : (
        <PayForm
          what={giving}
          view={props.view}
          onClose={() => setGiving(null)}
          onPaid={() => {
            setGiving(null)
            setGiven(say('owners.paid'))
            props.onChanged()
          }}
        />
      )}
    </Part>
  )
}
