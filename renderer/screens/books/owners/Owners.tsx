import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTillQueries } from '../../../api/till.tsx'
import { useWords } from '../../../i18n/Words.tsx'
import { Loading } from '../../../widgets/EmptyState.tsx'
import { RefusalNote } from '../../../widgets/RefusalNote.tsx'
import { Unread } from '../../../widgets/Unread.tsx'
import { OwnerList } from './OwnerList.tsx'
import { OwnerPage } from './OwnerPage.tsx'

/** Artisans who leave pieces with the shop: all of them with what is due, or one with their account. */
export function Owners() {
  const { say } = useWords()
  const [chosen, setChosen] = useState<string | null>(null)
  const list = useQuery(useTillQueries().owners.list.queryOptions({ staleTime: 0 }))
  if (chosen !== null)
    return (
      <OwnerPage
        key={chosen}
        owner={chosen}
        onBack={() => {
          setChosen(null)
          void list.refetch()
        }}
      />
    )
  if (list.isError) return <Unread onRetry={() => void list.refetch()} />
  if (list.data === undefined) return <Loading label={say('owners.loading')} rows={4} />
  if (!list.data.ok) return <RefusalNote refusal={list.data.refusal} />
  return <OwnerList view={list.data.value} onChoose={setChosen} />
}
