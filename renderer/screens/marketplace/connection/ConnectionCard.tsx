import { useState } from 'react'
import type { MarketConnectionView } from '#shared/contract/marketplace.ts'
import { useAsk } from '../../../api/ask.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { whenIn } from '../../../i18n/when.ts'
import { Button } from '../../../widgets/Button.tsx'
import { Card } from '../../../widgets/Card.tsx'
import { DoneNote } from '../../../widgets/DoneNote.tsx'
import { Fact, Facts } from '../../../widgets/Facts.tsx'
import { RefusalNote } from '../../../widgets/RefusalNote.tsx'
import { TroubleNote } from '../TroubleNote.tsx'
import css from './Connection.module.css'
import { DropConnection } from './DropConnection.tsx'
import { Lacks } from './Lacks.tsx'

/** The marketplace as it is connected: whether it answers, what the key may not do, and changing it. */
export function ConnectionCard(props: {
  readonly connection: MarketConnectionView
  readonly onChange: () => void
}) {
  const { say } = useWords()
  const { ask, busy, refusal, clear } = useAsk()
  const [told, setTold] = useState(false)
  const [dropping, setDropping] = useState(false)
  const { platform, name, heardAt, trouble, lacks } = props.connection
  const look = async () => {
    setTold(false)
    if ((await ask((till) => till.marketplace.askNow())).ok) setTold(true)
  }
  return (
    <Card roomy data-testid="connection" data-platform={platform}>
      <header>
        <h2 className={css.name}>
          <bdi>{name}</bdi>
        </h2>
      </header>
      <Facts>
        <Fact name={say('market.connection.platform')}>{say(`market.platform.${platform}`)}</Fact>
        <Fact name={say('market.connection.heard')}>
          {heardAt === null ? say('market.connection.never') : whenIn(heardAt)}
        </Fact>
      </Facts>
      {trouble === null ? (
        <DoneNote words={heardAt === null ? '' : say('market.connection.well')} />
      ) : (
        <TroubleNote trouble={trouble} />
      )}
      <Lacks lacks={lacks} />
      <div className={css.buttons}>
        <Button icon="refresh" busy={busy} testId="ask-now" onPress={() => void look()}>
          {say('market.orders.ask')}
        </Button>
        <Button icon="plug" testId="connection-change" onPress={props.onChange}>
          {say('market.connection.change')}
        </Button>
        <Button look="quiet" icon="trash" testId="connection-drop" onPress={() => setDropping(true)}>
          {say('market.connection.drop')}
        </Button>
      </div>
      <DoneNote words={told ? say('market.orders.asked') : ''} />
      <RefusalNote refusal={refusal} onClose={clear} />
      {dropping ? <DropConnection name={name} onClose={() => setDropping(false)} /> : null}
    </Card>
  )
}
