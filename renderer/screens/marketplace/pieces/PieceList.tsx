import { useState } from 'react'
import type { ListingState, ListingView, MarketView } from '#shared/contract/marketplace.ts'
import type { WordKey } from '#shared/i18n/screens/words.ts'
import type { Sku } from '#shared/kernel/ids.ts'
import { useAsk } from '../../../api/ask.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { EmptyState, Loading } from '../../../widgets/EmptyState.tsx'
import { LongList } from '../../../widgets/LongList.tsx'
import { RefusalNote } from '../../../widgets/RefusalNote.tsx'
import { Unread } from '../../../widgets/Unread.tsx'
import { WhenSeen } from '../../../widgets/WhenSeen.tsx'
import { ChosenBar } from './ChosenBar.tsx'
import { PieceRow } from './PieceRow.tsx'
import { useListings } from './use-listings.ts'

/** Picture, two lines of text and the room around them, CSS px. */
const rowHeight = 96
/** Most that one choice may name. */
const mostChosen = 1000

/** What was done last, to be said in the language of the screen. */
export interface Told {
  readonly key: WordKey
  readonly count?: number
}

/** The pieces of one state, to be put online or taken off one by one or many at once. */
export function PieceList(props: {
  readonly state: ListingState
  readonly text: string
  readonly view: MarketView
  readonly onTold: (told: Told) => void
}) {
  const { say } = useWords()
  const { ask, busy, refusal, clear } = useAsk()
  const { state, text } = props
  const { pieces, search, more } = useListings(state, text, props.view)
  const [chosen, setChosen] = useState<ReadonlySet<Sku>>(new Set())
  const online = state === 'off'
  // What has gone elsewhere meanwhile is chosen no more.
  const marked = pieces.filter(({ sku }) => chosen.has(sku))
  const choose = async (wanted: readonly ListingView[]) => {
    const skus = wanted.slice(0, mostChosen).map(({ sku }) => sku)
    if (!(await ask((till) => till.marketplace.choose({ skus, online }))).ok) return
    setChosen(new Set())
    props.onTold({ key: online ? 'market.going.online' : 'market.going.off', count: skus.length })
  }
  const turn = (sku: Sku) => {
    const next = new Set(chosen)
    if (!next.delete(sku)) next.add(sku)
    setChosen(next)
  }
  if (search.isError && pieces.length === 0) return <Unread onRetry={() => void search.refetch()} />
  if (search.isPending) return <Loading label={say('market.listing.loading')} rows={5} />
  if (pieces.length === 0)
    return text === '' ? (
      <EmptyState
        icon={state === 'refused' || state === 'waiting' ? 'tick' : 'globe'}
        title={say(`market.listing.none.${state}`)}
        body={say(`market.listing.none.${state}.body`)}
      />
    ) : (
      <EmptyState
        icon="search"
        title={say('market.listing.notFound')}
        body={say('market.listing.notFound.body', { text })}
      />
    )
  return (
    <>
      <ChosenBar
        count={marked.length}
        all={marked.length === Math.min(pieces.length, mostChosen)}
        online={online}
        busy={busy}
        onAll={(all) => setChosen(new Set(all ? pieces.slice(0, mostChosen).map(({ sku }) => sku) : []))}
        onDo={() => void choose(marked)}
      />
      <RefusalNote refusal={refusal} onClose={clear} />
      <LongList
        label={say(`market.listing.${state}`)}
        items={pieces}
        keyOf={({ sku }) => sku}
        rowHeight={rowHeight}
        testId="piece-list"
      >
        {(piece) => (
          <PieceRow
            piece={piece}
            chosen={chosen.has(piece.sku)}
            busy={busy}
            onTurn={() => turn(piece.sku)}
            onChoose={() => void choose([piece])}
          />
        )}
      </LongList>
      <WhenSeen onSeen={more} />
    </>
  )
}
