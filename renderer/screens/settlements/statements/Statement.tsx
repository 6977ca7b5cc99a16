import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { StatementDetail } from '#shared/contract/settlements.ts'
import type { CardMovement } from '#shared/settlement/movement.ts'
import type { StatementId, StatementLine } from '#shared/settlement/statement.ts'
import { tellUnpaid } from '#shared/settlement/unpaid.ts'
import { useTillQueries } from '../../../api/till.tsx'
import { useWords } from '../../../i18n/Words.tsx'
import { whenIn } from '../../../i18n/when.ts'
import { Amount } from '../../../widgets/Amount.tsx'
import { Button } from '../../../widgets/Button.tsx'
import { Loading } from '../../../widgets/EmptyState.tsx'
import { LongList } from '../../../widgets/LongList.tsx'
import { RefusalNote } from '../../../widgets/RefusalNote.tsx'
import { Part } from '../../../widgets/ScrollPage.tsx'
import { Unread } from '../../../widgets/Unread.tsx'
import movementCss from '../Movement.module.css'
import { Movement } from '../Movement.tsx'
import page from '../Settlements.module.css'
import { ChooseMovement } from './ChooseMovement.tsx'
import { AskingLine, PaidLine } from './LineRow.tsx'
import css from './Statements.module.css'

/** Heights of rows about which nothing is known yet, CSS px. */
const askingHeight = 140
const paidHeight = 66

/** One imported statement: what it comes to, the lines that need a person, the others, and what it does not pay. */
export function Statement({ id, onBack }: { readonly id: StatementId; readonly onBack: () => void }) {
  const { say } = useWords()
  const asked = useQuery({
    ...useTillQueries().settlements.statement.queryOptions({ input: { statement: id } }),
    staleTime: 0,
  })
  const answer = asked.data
  const body = () => {
    if (asked.isError) return <Unread onRetry={() => void asked.refetch()} />
    if (answer === undefined) return <Loading label={say('statements.loading')} rows={5} />
    if (!answer.ok) return <RefusalNote refusal={answer.refusal} />
    return <Detail detail={answer.value} onChanged={() => void asked.refetch()} />
  }
  return (
    <>
      <div className={page.back}>
        <Button look="quiet" icon="back" testId="statement-back" onPress={onBack}>
          {say('settlements.place.statements')}
        </Button>
      </div>
      {body()}
    </>
  )
}

function Detail({ detail, onChanged }: { readonly detail: StatementDetail; readonly onChanged: () => void }) {
  const { say } = useWords()
  const [choosing, setChoosing] = useState<StatementLine | null>(null)
  const asking = detail.matched.filter(({ movement }) => movement === null)
  const paid = detail.matched.filter(({ movement }) => movement !== null)
  const { owed, undone } = tellUnpaid(detail.unpaid)
  return (
    <>
      <header className={css.head} data-testid="statement" data-unmatched={detail.unmatched}>
        <h2 className={css.name}>
          <bdi>{detail.file}</bdi>
        </h2>
        <p className={css.quiet}>
          {whenIn(detail.importedAt)} · {say('statements.counted', { lines: detail.lines })}
        </p>
      </header>
      <Sums detail={detail} />
      {asking.length === 0 ? null : (
        <Part title={say('statements.needYou')} testId="lines-asking">
          <LongList
            label={say('statements.needYou')}
            items={asking}
            keyOf={({ line }) => String(line.line)}
            rowHeight={askingHeight}
          >
            {(matched) => <AskingLine matched={matched} onChoose={() => setChoosing(matched.line)} />}
          </LongList>
        </Part>
      )}
      <Part title={say('statements.unpaid')} testId="unpaid">
        {owed.length === 0 ? (
          <p className={css.quiet}>{say('statements.unpaid.none')}</p>
        ) : (
          <>
            <p className={css.quiet}>{say('statements.unpaid.body')}</p>
            <Movements label={say('statements.unpaid')} movements={owed} />
          </>
        )}
      </Part>
      {undone.length === 0 ? null : (
        <Part title={say('statements.undone')} testId="undone">
          <p className={css.quiet}>{say('statements.undone.body')}</p>
          <Movements label={say('statements.undone')} movements={undone.map(({ sale }) => sale)} />
        </Part>
      )}
      {paid.length === 0 ? null : (
        <Part title={say('statements.matched')} testId="lines-paid">
          <LongList
            label={say('statements.matched')}
            items={paid}
            keyOf={({ line }) => String(line.line)}
            rowHeight={paidHeight}
          >
            {({ line }) => <PaidLine line={line} />}
          </LongList>
        </Part>
      )}
      {choosing === null ? null : (
        <ChooseMovement
          statement={detail.statement}
          line={choosing}
          unpaid={detail.unpaid}
          onClose={() => setChoosing(null)}
          onMatched={() => {
            setChoosing(null)
            onChanged()
          }}
        />
      )}
    </>
  )
}

function Movements(props: { readonly label: string; readonly movements: readonly CardMovement[] }) {
  return (
    <LongList
      label={props.label}
      items={props.movements}
      keyOf={({ attemptId }) => attemptId}
      rowHeight={paidHeight}
    >
      {(movement) => (
        <div className={movementCss.row}>
          <Movement movement={movement} />
        </div>
      )}
    </LongList>
  )
}

function Sums({ detail }: { readonly detail: StatementDetail }) {
  const { say } = useWords()
  return (
    <dl className={css.sums}>
      {(['gross', 'fees', 'net'] as const).map((key) => (
        <div key={key} className={css.sum}>
          <dt>{say(`statements.${key}`)}</dt>
          <dd>
            <Amount minor={detail[key]} currency testId={`statement-${key}`} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
