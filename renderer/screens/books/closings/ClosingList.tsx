import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Period, periods } from '#shared/closing/closing.ts'
import type { ClosingLine } from '#shared/contract/books/closings-door.ts'
import type { Seq } from '#shared/kernel/ids.ts'
import { useTillQueries } from '../../../api/till.tsx'
import { useWords } from '../../../i18n/Words.tsx'
import { Amount } from '../../../widgets/Amount.tsx'
import { Button } from '../../../widgets/Button.tsx'
import { Choice } from '../../../widgets/Choice.tsx'
import { EmptyState, Loading } from '../../../widgets/EmptyState.tsx'
import { RefusalNote } from '../../../widgets/RefusalNote.tsx'
import { RowButton, Rows } from '../../../widgets/Rows.tsx'
import { Part } from '../../../widgets/ScrollPage.tsx'
import { Unread } from '../../../widgets/Unread.tsx'
import css from './Closings.module.css'
import { closingName } from './closing-names.ts'

const atOnce = 30

/** All closings of a kind, newest first. */
export function ClosingList({ onChoose }: { readonly onChoose: (seq: Seq) => void }) {
  const { say } = useWords()
  const [period, setPeriod] = useState<Period>('shift')
  const queries = useTillQueries()
  const list = useInfiniteQuery(
    queries.closings.list.infiniteOptions({
      input: (before: number | null) => ({ period, before, limit: atOnce }),
      initialPageParam: null,
      getNextPageParam: (page) =>
        page.ok && page.value.length === atOnce ? (page.value.at(-1)?.number ?? null) : null,
      staleTime: 0,
    }),
  )
  const body = () => {
    if (list.isError) return <Unread onRetry={() => void list.refetch()} />
    if (list.data === undefined) return <Loading label={say('closings.loading')} rows={4} />
    const refused = list.data.pages.find((page) => !page.ok)
    if (refused !== undefined && !refused.ok) return <RefusalNote refusal={refused.refusal} />
    const lines = list.data.pages.flatMap((page) => (page.ok ? page.value : []))
    if (lines.length === 0)
      return <EmptyState icon="lock" title={say('closings.none.title')} body={say('closings.none.body')} />
    return (
      <>
        <Rows label={say(`closings.${period}`)}>
          {lines.map((line) => (
            <RowButton
              key={line.seq}
              icon="lock"
              face={<Name line={line} />}
              testId={`closing-${line.number}`}
              onPress={() => onChoose(line.seq)}
            >
              <Figures line={line} />
            </RowButton>
          ))}
        </Rows>
        {list.hasNextPage ? (
          <Button
            look="quiet"
            busy={list.isFetchingNextPage}
            testId="closings-more"
            onPress={() => void list.fetchNextPage()}
          >
            {say('closings.more')}
          </Button>
        ) : null}
      </>
    )
  }
  return (
    <Part
      title={say('closings.title')}
      testId="closings"
      tools={
        <Choice<Period>
          label={say('closings.kind')}
          chosen={period}
          onChoose={setPeriod}
          options={periods.map((key) => ({ key, face: say(`closings.${key}`), testId: `closings-${key}` }))}
        />
      }
    >
      {body()}
    </Part>
  )
}

function Name({ line }: { readonly line: ClosingLine }) {
  const { say } = useWords()
  return (
    <>
      {closingName(line)}
      <br />
      <span className={css.quiet}>
        {say('closings.number', { number: `\u2066${line.number}\u2069` })} ·{' '}
        {say('closings.tickets', { count: line.tickets })}
      </span>
    </>
  )
}

/** What was taken, and whether the drawer was right: in words, never by colour alone. */
function Figures({ line }: { readonly line: ClosingLine }) {
  const { say } = useWords()
  return (
    <span className={css.end}>
      <Amount minor={line.gross} />
      {line.difference === 0 ? null : (
        <span className={css.difference}>
          {say('shift.closed.difference')} <Amount minor={line.difference} />
        </span>
      )}
    </span>
  )
}
