import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { ReportView } from '#shared/contract/books/reports-door.ts'
import type { Answer } from '#shared/contract/contract.ts'
import { isDay } from '#shared/kernel/day-range.ts'
import { useCounter, useTillQueries } from '../../../api/till.tsx'
import { usePlace } from '../../../app/pages.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { Fills } from '../../../widgets/charts/Fills.tsx'
import { Loading } from '../../../widgets/EmptyState.tsx'
import { RefusalNote } from '../../../widgets/RefusalNote.tsx'
import { Unread } from '../../../widgets/Unread.tsx'
import { ReportPage } from './ReportPage.tsx'
import css from './Reports.module.css'
import { ReportTools } from './ReportTools.tsx'
import { SpanPicker } from './SpanPicker.tsx'
import type { ShownSpan } from './span.ts'

/** How often a report that may still grow is read again: a day, and what takes the books' own process. And one that they had no time for. ms */
const dayPaceMs = 60_000
const longPaceMs = 600_000
const busyPaceMs = 2_000

/** The reports to look at: one span of days, its figures and drawings. The address may name a day (`#books/reports/2026-11-27`). */
export function Reports() {
  const { say } = useWords()
  const queries = useTillQueries()
  const named = usePlace(1)
  const [span, setSpan] = useState<ShownSpan>({ kind: 'day', day: isDay(named) ? named : null })
  const asked = useQuery({
    ...queries.reports.get.queryOptions({ input: span }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => paceOf(state.data),
  })
  const { refetch } = asked
  const made = useCounter()?.done?.ticket ?? null
  const seen = useRef(made)
  const live = span.kind === 'day' && span.day === null
  useEffect(() => {
    // A ticket more: what is shown of today is old.
    if (made !== null && made !== seen.current && live) void refetch()
    seen.current = made
  }, [made, live, refetch])
  // What the days are counted from stays known while other days are read.
  const [today, setToday] = useState<{ readonly day: string; readonly first: string | null } | null>(null)
  const answer = asked.data
  useEffect(() => {
    if (answer?.ok) setToday({ day: answer.value.today, first: answer.value.firstDay })
  }, [answer])
  const body = () => {
    if (asked.isError) return <Unread onRetry={() => void refetch()} />
    if (answer === undefined) return <Loading label={say('reports.loading')} rows={5} />
    if (answer.ok) return <ReportPage view={answer.value} stale={asked.isPlaceholderData} />
    if (answer.refusal.code === 'booksBusy') return <Loading label={say('reports.busy')} rows={3} shown />
    return <RefusalNote refusal={answer.refusal} onClose={() => setSpan({ kind: 'day', day: null })} />
  }
  return (
    <>
      <Fills />
      <div className={css.top}>
        {today === null ? null : (
          <SpanPicker span={span} today={today.day} first={today.first} onSpan={setSpan} />
        )}
        {answer?.ok ? <ReportTools report={answer.value.report} /> : null}
      </div>
      {body()}
    </>
  )
}

function paceOf(answer: Answer<ReportView> | undefined): number | false {
  if (answer === undefined) return false
  if (!answer.ok) return answer.refusal.code === 'booksBusy' && busyPaceMs
  const { running, kind } = answer.value.report
  return running && (kind === 'day' ? dayPaceMs : longPaceMs)
}
