import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useSend } from '../../../api/ask.ts'
import { useTillQueries } from '../../../api/till.tsx'
import { useWords } from '../../../i18n/Words.tsx'
import { Button } from '../../../widgets/Button.tsx'
import { DoneNote } from '../../../widgets/DoneNote.tsx'
import { RefusalNote } from '../../../widgets/RefusalNote.tsx'
import { Part } from '../../../widgets/ScrollPage.tsx'
import css from './Closings.module.css'
import { periodIn } from './closing-names.ts'

/** Months and years that are over and not closed: only the oldest is closed by hand, so that they follow each other. */
export function DueClosings() {
  const { say } = useWords()
  const { send, busy, refusal, clear } = useSend()
  const queries = useTillQueries()
  const client = useQueryClient()
  const due = useQuery(queries.closings.due.queryOptions({ staleTime: 0 }))
  const [closed, setClosed] = useState<string | null>(null)
  const { months, years } = due.data?.ok ? due.data.value : { months: [], years: [] }
  const next = months[0] ?? years[0]
  const close = async () => {
    if (next === undefined) return
    const said = await send({ type: 'closePeriod', period: next.length === 4 ? 'year' : 'month', of: next })
    if (!said.ok) return
    setClosed(next)
    await client.invalidateQueries({ queryKey: queries.closings.key() })
  }
  if (next === undefined && closed === null) return null
  return (
    <Part title={say('closings.due.title')} testId="closings-due">
      {next === undefined ? null : (
        <>
          <p className={css.quiet}>{say('closings.due.body')}</p>
          <p className={css.due}>{[...months, ...years].map(periodIn).join(' · ')}</p>
          <Button look="primary" busy={busy} testId="close-period" onPress={() => void close()}>
            {say('closings.due.close', { period: periodIn(next) })}
          </Button>
        </>
      )}
      <DoneNote words={closed === null ? '' : say('closings.due.done', { period: periodIn(closed) })} />
      <RefusalNote refusal={refusal} onClose={clear} />
    </Part>
  )
}
