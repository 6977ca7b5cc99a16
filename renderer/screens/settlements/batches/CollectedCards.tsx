import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { AcquirerConfig } from '#shared/contract/acquirers.ts'
import type { Collected } from '#shared/contract/settlements.ts'
import { useInCharge } from '../../../api/in-charge.ts'
import { useTillQueries } from '../../../api/till.tsx'
import { type Say, useWords } from '../../../i18n/Words.tsx'
import { whenIn } from '../../../i18n/when.ts'
import { Amount } from '../../../widgets/Amount.tsx'
import { Button } from '../../../widgets/Button.tsx'
import { Card } from '../../../widgets/Card.tsx'
import { ExplainedButton } from '../../../widgets/ExplainedButton.tsx'
import { Icon } from '../../../widgets/Icon.tsx'
import { Part } from '../../../widgets/ScrollPage.tsx'
import { useTerminalName } from '../terminal-name.ts'
import css from './Batches.module.css'
import { SettleDialog } from './SettleDialog.tsx'

/** What each terminal has collected since its last settlement, and settling it. */
export function CollectedCards(props: {
  readonly collected: readonly Collected[]
  readonly onSetUp: () => void
}) {
  const { say } = useWords()
  const config = useQuery(useTillQueries().settlements.config.queryOptions())
  const acquirers = config.data?.acquirers ?? []
  return (
    <Part title={say('settlements.collected')} testId="collected">
      {props.collected.length === 0 ? (
        <p className={css.quiet}>{say('settlements.collected.none')}</p>
      ) : (
        <div className={css.cards}>
          {props.collected.map((each) => (
            <CollectedCard
              key={each.terminal}
              collected={each}
              acquirer={acquirers.find(({ id }) => id === each.acquirer) ?? null}
              onSetUp={props.onSetUp}
            />
          ))}
        </div>
      )}
    </Part>
  )
}

/** Why it cannot be settled now, or when it settles by itself. */
function whySettle(collected: Collected, acquirer: AcquirerConfig | null, inCharge: boolean, say: Say) {
  const stopped = (why: string) => ({ stopped: true, why })
  if (collected.acquirer === null) return stopped(say('settlements.settle.noAcquirer'))
  if (!inCharge) return stopped(say('settlements.settle.managers'))
  if (collected.unknown.count > 0) return stopped(say('settlements.settle.unknown'))
  if (collected.count === 0) return stopped(say('settlements.settle.nothing'))
  const when = acquirer?.when ?? { at: 'hand' }
  const why =
    when.at === 'hour'
      ? say('settlements.settle.hour', { hour: `\u2066${when.hour}\u2069` })
      : say(`settlements.settle.${when.at}`)
  return { stopped: false, why }
}

function CollectedCard(props: {
  readonly collected: Collected
  readonly acquirer: AcquirerConfig | null
  readonly onSetUp: () => void
}) {
  const { say, money } = useWords()
  const { collected, acquirer } = props
  const { count, net, since, unknown } = collected
  const [asking, setAsking] = useState(false)
  const inCharge = useInCharge()
  const terminal = useTerminalName()(collected.terminal)
  const { stopped, why } = whySettle(collected, acquirer, inCharge, say)
  return (
    <Card data-testid={`collected-${collected.terminal}`}>
      <header className={css.head}>
        <div>
          <h3 className={css.name}>
            <bdi>{terminal}</bdi>
            {acquirer === null ? null : (
              <>
                {' · '}
                <bdi>{acquirer.name}</bdi>
              </>
            )}
          </h3>
          <p className={css.quiet}>{say('settlements.collected.since', { count, when: whenIn(since) })}</p>
        </div>
        <p className={css.net}>
          <Amount minor={net} currency testId="collected-net" />
        </p>
      </header>
      {unknown.count === 0 ? null : (
        <p className={css.unknown} data-testid="collected-unknown">
          <Icon name="question" />
          {say('settlements.collected.unknown', { count: unknown.count, amount: money(unknown.amount) })}
        </p>
      )}
      <ExplainedButton
        icon="bank"
        words={say('settlements.settle')}
        why={why}
        stopped={stopped}
        testId="settle-now"
        onPress={() => setAsking(true)}
      />
      {collected.acquirer === null && inCharge ? (
        <Button look="primary" icon="plus" testId="settle-set-up" onPress={props.onSetUp}>
          {say('acquirers.add')}
        </Button>
      ) : null}
      {asking ? (
        <SettleDialog
          collected={collected}
          terminal={terminal}
          acquirer={acquirer}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </Card>
  )
}
