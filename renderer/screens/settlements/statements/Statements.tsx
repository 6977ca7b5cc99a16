import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { StatementId } from '#shared/settlement/statement.ts'
import { useInCharge } from '../../../api/in-charge.ts'
import { useTillQueries } from '../../../api/till.tsx'
import { useWords } from '../../../i18n/Words.tsx'
import { whenIn } from '../../../i18n/when.ts'
import { Button } from '../../../widgets/Button.tsx'
import { EmptyState, Loading } from '../../../widgets/EmptyState.tsx'
import { RowButton, Rows } from '../../../widgets/Rows.tsx'
import { Part } from '../../../widgets/ScrollPage.tsx'
import { StatusDot } from '../../../widgets/StatusDot.tsx'
import { Unread } from '../../../widgets/Unread.tsx'
import { ImportStatement } from './ImportStatement.tsx'
import { Statement } from './Statement.tsx'
import css from './Statements.module.css'

/** What banks said they pay: one more file of theirs, and each that was imported. */
export function Statements() {
  const { say } = useWords()
  const queries = useTillQueries()
  const inCharge = useInCharge()
  const [open, setOpen] = useState<StatementId | null>(null)
  const [importing, setImporting] = useState(false)
  const statements = useQuery({ ...queries.settlements.statements.queryOptions(), staleTime: 0 })
  const config = useQuery(queries.settlements.config.queryOptions())
  const acquirers = config.data?.acquirers ?? []
  const nameOf = (id: string): string => acquirers.find((each) => each.id === id)?.name ?? id
  if (open !== null) return <Statement id={open} onBack={() => setOpen(null)} />
  const why = inCharge
    ? acquirers.length === 0
      ? say('statements.noAcquirer')
      : null
    : say('statements.managers')
  const body = () => {
    if (statements.isError) return <Unread onRetry={() => void statements.refetch()} />
    if (statements.data === undefined) return <Loading label={say('statements.loading')} />
    if (statements.data.length === 0)
      return (
        <EmptyState icon="list" title={say('statements.none.title')} body={say('statements.none.body')} />
      )
    return (
      <Rows label={say('settlements.place.statements')}>
        {statements.data.map(({ statement, acquirer, file, importedAt, lines, unmatched }) => (
          <RowButton
            key={statement}
            icon="list"
            testId={`statement-${statement}`}
            onPress={() => setOpen(statement)}
            face={
              <span className={css.face}>
                <bdi>{file}</bdi>
                <span className={css.quiet}>
                  {say('statements.of', {
                    name: `\u2068${nameOf(acquirer)}\u2069`,
                    when: whenIn(importedAt),
                  })}
                  {' · '}
                  {say('statements.counted', { lines })}
                </span>
              </span>
            }
          >
            <StatusDot tone={unmatched === 0 ? 'good' : 'wait'} icon={unmatched === 0 ? 'tick' : 'question'}>
              {say('statements.unmatched', { count: unmatched })}
            </StatusDot>
          </RowButton>
        ))}
      </Rows>
    )
  }
  return (
    <>
      <Part
        title={say('settlements.place.statements')}
        testId="statements"
        tools={
          <div className={css.tool}>
            <Button
              look="primary"
              icon="plus"
              isDisabled={why !== null}
              testId="import-statement"
              onPress={() => setImporting(true)}
            >
              {say('statements.import')}
            </Button>
            <p className={css.quiet}>{why ?? say('statements.import.hint')}</p>
          </div>
        }
      >
        {body()}
      </Part>
      {importing ? (
        <ImportStatement
          config={{ acquirers }}
          onClose={() => setImporting(false)}
          onImported={(statement) => {
            setImporting(false)
            setOpen(statement)
            void config.refetch()
          }}
        />
      ) : null}
    </>
  )
}
