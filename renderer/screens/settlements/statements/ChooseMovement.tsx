import { useState } from 'react'
import type { AttemptId } from '#shared/kernel/ids.ts'
import type { CardMovement } from '#shared/settlement/movement.ts'
import type { StatementId, StatementLine } from '#shared/settlement/statement.ts'
import { useAsk } from '../../../api/ask.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { Button } from '../../../widgets/Button.tsx'
import { Sheet } from '../../../widgets/Dialog.tsx'
import { EmptyState } from '../../../widgets/EmptyState.tsx'
import { RefusalNote } from '../../../widgets/RefusalNote.tsx'
import { TextEntry } from '../../../widgets/TextEntry.tsx'
import movementCss from '../Movement.module.css'
import { Movement } from '../Movement.tsx'
import css from './ChooseMovement.module.css'
import { candidates } from './movement-search.ts'

/** As many are offered as a person reads; typing finds the others. */
const mostOffered = 50

/** Which payment a line is of, chosen by somebody among those that no statement pays. */
export function ChooseMovement(props: {
  readonly statement: StatementId
  readonly line: StatementLine
  readonly unpaid: readonly CardMovement[]
  readonly onClose: () => void
  readonly onMatched: () => void
}) {
  const { say, money } = useWords()
  const { ask, busy, refusal, clear } = useAsk()
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<AttemptId | null>(null)
  const { statement, line, unpaid } = props
  const offered = candidates(unpaid, line, typed).slice(0, mostOffered)
  const match = async () => {
    if (chosen === null) return
    const answer = { statement, line: line.line, attemptId: chosen }
    if ((await ask((till) => till.settlements.match(answer))).ok) props.onMatched()
  }
  return (
    <Sheet
      title={say('statements.choose.title', { line: String(line.line), amount: money(line.amount) })}
      size="wide"
      testId="choose-movement"
      onClose={props.onClose}
      foot={
        <Button
          look="primary"
          size="large"
          busy={busy}
          isDisabled={!offered.some(({ attemptId }) => attemptId === chosen)}
          testId="match-save"
          onPress={() => void match()}
        >
          {say('statements.choose.save')}
        </Button>
      }
    >
      <div className={css.choose}>
        <p className={css.quiet}>{say('statements.choose.body')}</p>
        <TextEntry
          label={say('statements.choose.search')}
          value={typed}
          onChange={(text) => {
            clear()
            setTyped(text)
          }}
          maxLength={40}
          testId="movement-search"
        />
        {unpaid.length === 0 ? (
          <EmptyState icon="card" title={say('statements.choose.none')} />
        ) : offered.length === 0 ? (
          <EmptyState icon="search" title={say('statements.choose.notFound')} />
        ) : (
          <ul className={css.offered} aria-label={say('statements.choose.body')}>
            {offered.map((movement) => (
              <li key={movement.attemptId}>
                <button
                  type="button"
                  className={`${css.offer} ${movementCss.row}`}
                  aria-pressed={movement.attemptId === chosen}
                  data-testid={`offer-${movement.ticket}`}
                  onClick={() => {
                    clear()
                    setChosen(movement.attemptId)
                  }}
                >
                  <Movement movement={movement} />
                </button>
              </li>
            ))}
          </ul>
        )}
        <RefusalNote refusal={refusal} onClose={clear} />
      </div>
    </Sheet>
  )
}
