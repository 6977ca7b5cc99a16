import type { ReactNode } from 'react'
import type { BatchView } from '#shared/contract/settlements.ts'
import { netOf } from '#shared/settlement/totals.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { dayIn } from '../../../i18n/when.ts'
import { Amount } from '../../../widgets/Amount.tsx'
import { Icon } from '../../../widgets/Icon.tsx'
import { StatusDot } from '../../../widgets/StatusDot.tsx'
import css from './BatchRow.module.css'
import { needsYou, stateOf } from './batch-state.ts'
import { sidesDiffer, theirNet } from './two-sides.ts'

/** One settlement of the list: which, how it stands, and what each side says it comes to. */
export function BatchRow(props: {
  readonly batch: BatchView
  /** What the shop calls its terminal. */
  readonly terminal: string
  readonly onOpen: () => void
}) {
  const { say } = useWords()
  const { batch } = props
  const { words, tone, icon } = stateOf(batch, say)
  const theirs = theirNet(batch.told)
  return (
    <button
      type="button"
      className={css.row}
      data-testid={`batch-${batch.number}`}
      data-state={batch.state}
      data-unconfirmed={batch.unconfirmed}
      data-needs-you={needsYou(batch)}
      onClick={props.onOpen}
    >
      <span className={css.what}>
        <span className={css.number}>{say('settlements.number', { number: String(batch.number) })}</span>
        <span className={css.quiet}>
          {say('settlements.of', {
            day: `\u2066${dayIn(batch.businessDay)}\u2069`,
            terminal: `\u2068${props.terminal}\u2069`,
            name: `\u2068${batch.acquirerName}\u2069`,
          })}
        </span>
      </span>
      <span className={css.state}>
        <StatusDot tone={tone} icon={icon}>
          {words}
        </StatusDot>
      </span>
      <Side words={say('settlements.ours')}>
        <Amount minor={netOf(batch.ours)} />
      </Side>
      <Side words={say(`settlements.theirs.${batch.way}`)}>
        {theirs === null ? (
          <span className={css.unsaid}>{say('settlements.theirs.none')}</span>
        ) : (
          <Amount minor={theirs} />
        )}
      </Side>
      <span className={css.compared}>
        {sidesDiffer(batch.ours, batch.told) ? (
          <>
            <Icon name="unequal" size={20} />
            {say('settlements.differs')}
          </>
        ) : null}
      </span>
      <Icon name="next" size={20} />
    </button>
  )
}

function Side({ words, children }: { readonly words: string; readonly children: ReactNode }) {
  return (
    <span className={css.side}>
      <span className={css.quiet}>{words}</span>
      <span className={css.money}>{children}</span>
    </span>
  )
}
