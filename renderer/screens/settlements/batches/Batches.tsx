import type { BatchView } from '#shared/contract/settlements.ts'
import type { BatchId } from '#shared/settlement/batch.ts'
import { useSettlements } from '../../../api/till.tsx'
import { useWords } from '../../../i18n/Words.tsx'
import { EmptyState, Loading } from '../../../widgets/EmptyState.tsx'
import { Part } from '../../../widgets/ScrollPage.tsx'
import { useTerminalName } from '../terminal-name.ts'
import css from './Batches.module.css'
import { BatchRow } from './BatchRow.tsx'
import { needsYou } from './batch-state.ts'
import { CollectedCards } from './CollectedCards.tsx'
import { Lanes } from './Lanes.tsx'

/** What is on its way and what is collected, then every settlement: first those that need a person. */
export function Batches(props: { readonly onOpen: (batch: BatchId) => void; readonly onSetUp: () => void }) {
  const { say } = useWords()
  const view = useSettlements()
  if (view === null) return <Loading label={say('settlements.loading')} rows={5} />
  const { batches } = view
  const asking = batches.filter(needsYou)
  const others = batches.filter((batch) => !needsYou(batch))
  return (
    <>
      <Lanes view={view} />
      <CollectedCards collected={view.collected} onSetUp={props.onSetUp} />
      {asking.length === 0 ? null : (
        <Part title={say('settlements.state.disputed')} testId="batches-asking">
          <BatchRows label={say('settlements.state.disputed')} batches={asking} onOpen={props.onOpen} />
        </Part>
      )}
      {batches.length > 0 && others.length === 0 ? null : (
        <Part title={say('settlements.place.settlements')} testId="batches">
          {batches.length === 0 ? (
            <EmptyState
              icon="bank"
              title={say('settlements.none.title')}
              body={say('settlements.none.body')}
            />
          ) : (
            <BatchRows label={say('settlements.list')} batches={others} onOpen={props.onOpen} />
          )}
        </Part>
      )}
    </>
  )
}

function BatchRows(props: {
  readonly label: string
  readonly batches: readonly BatchView[]
  readonly onOpen: (batch: BatchId) => void
}) {
  const terminalName = useTerminalName()
  return (
    <ul className={css.rows} aria-label={props.label}>
      {props.batches.map((batch) => (
        <li key={batch.batch}>
          <BatchRow
            batch={batch}
            terminal={terminalName(batch.terminal)}
            onOpen={() => props.onOpen(batch.batch)}
          />
        </li>
      ))}
    </ul>
  )
}
