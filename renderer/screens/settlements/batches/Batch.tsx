import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { BatchId } from '#shared/settlement/batch.ts'
import { useSettlements, useTillQueries } from '../../../api/till.tsx'
import { useWords } from '../../../i18n/Words.tsx'
import { Button } from '../../../widgets/Button.tsx'
import { Loading } from '../../../widgets/EmptyState.tsx'
import { RefusalNote } from '../../../widgets/RefusalNote.tsx'
import { Part } from '../../../widgets/ScrollPage.tsx'
import { Unread } from '../../../widgets/Unread.tsx'
import page from '../Settlements.module.css'
import css from './Batch.module.css'
import { BatchActions } from './BatchActions.tsx'
import { BatchHead } from './BatchHead.tsx'
import { BatchLines } from './BatchLines.tsx'
import { BatchTotals } from './BatchTotals.tsx'

/** While the host is told each payment, how often the lines are read again, ms. */
const uploadPaceMs = 1000

/** One settlement: how it stands, both sides, what can be done, and each movement. */
export function Batch({ id, onBack }: { readonly id: BatchId; readonly onBack: () => void }) {
  const { say } = useWords()
  const queries = useTillQueries()
  const live = useSettlements()?.batches.find(({ batch }) => batch === id)
  const asked = useQuery({
    ...queries.settlements.batch.queryOptions({ input: { batch: id } }),
    staleTime: 0,
    refetchInterval: live?.state === 'uploading' ? uploadPaceMs : false,
  })
  const { refetch } = asked
  const state = live?.state
  const before = useRef(state)
  useEffect(() => {
    if (before.current !== state) void refetch()
    before.current = state
  }, [state, refetch])
  const answer = asked.data
  const body = () => {
    if (asked.isError) return <Unread onRetry={() => void refetch()} />
    if (answer === undefined) return <Loading label={say('settlements.loading')} rows={5} />
    if (!answer.ok) return <RefusalNote refusal={answer.refusal} />
    const batch = live ?? answer.value.batch
    return (
      <>
        <BatchHead batch={batch} />
        <Part title={say('settlements.totals')}>
          <div className={css.totals}>
            <BatchTotals batch={batch} />
          </div>
        </Part>
        <BatchActions batch={batch} onChanged={() => void refetch()} />
        <Part title={say('settlements.lines')}>
          <BatchLines lines={answer.value.lines} />
        </Part>
      </>
    )
  }
  return (
    <>
      <div className={page.back}>
        <Button look="quiet" icon="back" testId="batch-back" onPress={onBack}>
          {say('settlements.place.settlements')}
        </Button>
      </div>
      {body()}
    </>
  )
}
