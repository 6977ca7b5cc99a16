import { useState } from 'react'
import type { MarketView } from '#shared/contract/marketplace.ts'
import { useInCharge } from '../../api/in-charge.ts'
import { useMarketplace } from '../../api/till.tsx'
import { Frame, PageTitle } from '../../app/Frame.tsx'
import { useWords } from '../../i18n/Words.tsx'
import { Choice } from '../../widgets/Choice.tsx'
import { EmptyState, Loading } from '../../widgets/EmptyState.tsx'
import { ScrollPage } from '../../widgets/ScrollPage.tsx'
import { Connection } from './connection/Connection.tsx'
import css from './Marketplace.module.css'
import { Orders } from './orders/Orders.tsx'
import { Pieces } from './pieces/Pieces.tsx'
import { Tasks } from './tasks/Tasks.tsx'

const places = ['tasks', 'orders', 'pieces', 'connection'] as const
type Place = (typeof places)[number]

/** Whoever sells hands orders over, too; what is shown online and how it is reached is for those in charge. */
const forEverybody: ReadonlySet<Place> = new Set(['tasks', 'orders'])

/** How many stand behind a heading and wait for somebody. */
const waitingAt = ({ tasks, soldTwice, open }: MarketView, place: Place): number =>
  place === 'tasks' ? tasks.length + soldTwice.length : place === 'orders' ? open.length : 0

/** The shop on its marketplace: what needs a person, orders, what is online, and the connection. */
export function Marketplace() {
  const { say } = useWords()
  const view = useMarketplace()
  return (
    <Frame middle={<PageTitle>{say('market.title')}</PageTitle>}>
      {view === null ? <Loading label={say('market.loading')} rows={5} /> : <Places view={view} />}
    </Frame>
  )
}

function Places({ view }: { readonly view: MarketView }) {
  const { say } = useWords()
  const inCharge = useInCharge()
  // Where one goes by oneself; until then whatever is most worth looking at.
  const [chosen, setChosen] = useState<Place | null>(null)
  const needed = waitingAt(view, 'tasks')
  const first: Place = needed > 0 ? 'tasks' : 'orders'
  if (view.connection === null && needed + view.open.length === 0)
    return (
      <ScrollPage>
        {inCharge ? (
          <Connection view={view} onPlace={setChosen} />
        ) : (
          <EmptyState icon="globe" title={say('market.none.title')} body={say('market.none.cashier')} />
        )}
      </ScrollPage>
    )
  const place = chosen ?? first
  return (
    <>
      <nav className={css.places}>
        <Choice
          label={say('market.places')}
          chosen={place}
          onChoose={setChosen}
          options={places
            .filter((key) => inCharge || forEverybody.has(key))
            .map((key) => ({
              key,
              face: (
                <>
                  {say(`market.place.${key}`)}
                  <Count of={waitingAt(view, key)} asks={key === 'tasks'} />
                </>
              ),
              testId: `place-${key}`,
            }))}
        />
      </nav>
      <ScrollPage key={place}>
        {place === 'tasks' ? <Tasks view={view} /> : null}
        {place === 'orders' ? <Orders view={view} /> : null}
        {place === 'pieces' ? <Pieces view={view} /> : null}
        {place === 'connection' ? <Connection view={view} onPlace={setChosen} /> : null}
      </ScrollPage>
    </>
  )
}

function Count({ of, asks }: { readonly of: number; readonly asks: boolean }) {
  if (of === 0) return null
  return (
    <span className={css.count} data-asks={asks}>
      {of}
    </span>
  )
}
