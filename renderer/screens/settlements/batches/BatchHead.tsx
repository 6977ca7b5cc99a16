import type { BatchView } from '#shared/contract/settlements.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { dayIn, whenIn } from '../../../i18n/when.ts'
import { Icon } from '../../../widgets/Icon.tsx'
import { useTerminalName } from '../terminal-name.ts'
import css from './Batch.module.css'
import { nextOf, stateOf } from './batch-state.ts'

/** Which settlement it is, how it stands, and what comes next, by itself or by somebody. */
export function BatchHead({ batch }: { readonly batch: BatchView }) {
  const { say } = useWords()
  const terminalName = useTerminalName()
  const { words, tone, icon } = stateOf(batch, say)
  const said = [batch.code, batch.text].filter((each) => each !== '').join(' · ')
  return (
    <header className={css.head}>
      <div className={css.title}>
        <h2 className={css.number}>{say('settlements.number', { number: String(batch.number) })}</h2>
        <p className={css.quiet}>
          {say('settlements.of', {
            day: `\u2066${dayIn(batch.businessDay)}\u2069`,
            terminal: `\u2068${terminalName(batch.terminal)}\u2069`,
            name: `\u2068${batch.acquirerName}\u2069`,
          })}
          {' · '}
          {batch.endedAt === null
            ? say('settlements.made', { when: whenIn(batch.frozenAt) })
            : say('settlements.ended', { when: whenIn(batch.endedAt) })}
        </p>
      </div>
      <div
        className={css.stands}
        data-tone={tone}
        data-testid="batch-state"
        data-state={batch.state}
        data-unconfirmed={batch.unconfirmed}
        role="status"
      >
        <Icon name={icon} />
        <div className={css.told}>
          <p className={css.words}>{words}</p>
          <p>{nextOf(batch, say)}</p>
          {batch.resolution === null ? null : (
            <p>
              <q dir="auto">{batch.resolution.note}</q>
            </p>
          )}
          {said === '' ? null : (
            <p className={css.own}>
              <span className={css.quiet}>{say('settlements.said')}</span>{' '}
              <bdi dir="auto" data-testid="host-said">
                {said}
              </bdi>
            </p>
          )}
          {batch.reference === '' ? null : (
            <p className={css.quiet}>
              {say('settlements.reference', { reference: `\u2066${batch.reference}\u2069` })}
            </p>
          )}
        </div>
      </div>
    </header>
  )
}
