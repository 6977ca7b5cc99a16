import { useState } from 'react'
import type { MarketView } from '#shared/contract/marketplace.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { Button } from '../../../widgets/Button.tsx'
import { EmptyState } from '../../../widgets/EmptyState.tsx'
import { Begin } from './Begin.tsx'
import { ConnectionCard } from './ConnectionCard.tsx'
import { ConnectionSteps } from './ConnectionSteps.tsx'

/** How the shop reaches its marketplace: as it stands, in three steps, and how to begin. For those in charge. */
export function Connection(props: {
  readonly view: MarketView
  /** Stays here once there is a connection, or goes on to the pieces. */
  readonly onPlace: (place: 'connection' | 'pieces') => void
}) {
  const { say } = useWords()
  const [connecting, setConnecting] = useState(false)
  const { connection, listings } = props.view
  const connect = () => {
    props.onPlace('connection')
    setConnecting(true)
  }
  if (connecting)
    return <ConnectionSteps onClose={() => setConnecting(false)} onConnected={() => setConnecting(false)} />
  if (connection === null)
    return (
      <EmptyState icon="globe" title={say('market.none.title')} body={say('market.none.body')}>
        <Button look="primary" size="large" testId="market-connect" onPress={connect}>
          {say('market.connect')}
        </Button>
      </EmptyState>
    )
  const untouched = listings.online + listings.waiting + listings.refused === 0
  return (
    <>
      <ConnectionCard connection={connection} onChange={connect} />
      <Begin shop={connection.name} first={untouched} onChoosePieces={() => props.onPlace('pieces')} />
    </>
  )
}
