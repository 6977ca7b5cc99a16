import { useState } from 'react'
import type { ListingState, MarketView } from '#shared/contract/marketplace.ts'
import { listingStates } from '#shared/contract/marketplace.ts'
import { useAsk } from '../../../api/ask.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { Button } from '../../../widgets/Button.tsx'
import { Choice } from '../../../widgets/Choice.tsx'
import { DoneNote } from '../../../widgets/DoneNote.tsx'
import { RefusalNote } from '../../../widgets/RefusalNote.tsx'
import { Part } from '../../../widgets/ScrollPage.tsx'
import { SearchBox } from '../../../widgets/SearchBox.tsx'
import { OnItsWay } from './OnItsWay.tsx'
import { PieceList, type Told } from './PieceList.tsx'
import css from './Pieces.module.css'
import { PutAll } from './PutAll.tsx'

/** Refused ones first, because somebody has to look; with nothing online yet, what could be put there. */
const firstState = ({ listings }: MarketView): ListingState => {
  if (listings.refused > 0) return 'refused'
  return listings.online + listings.waiting === 0 ? 'off' : 'online'
}

/** What waits to be told, and each piece of the catalogue by where it stands online. */
export function Pieces({ view }: { readonly view: MarketView }) {
  const { say } = useWords()
  const { ask, busy, refusal, clear } = useAsk()
  const [state, setState] = useState<ListingState>(() => firstState(view))
  const [text, setText] = useState('')
  const [putting, setPutting] = useState(false)
  const [told, setTold] = useState<Told | null>(null)
  const again = async () => {
    if ((await ask((till) => till.marketplace.tryAgain())).ok) setTold({ key: 'market.trying' })
  }
  return (
    <>
      <OnItsWay lane={view.lane} />
      <Part
        title={say('market.place.pieces')}
        testId="pieces"
        tools={
          state === 'off' && view.listings.off > 0 ? (
            <Button icon="net" testId="put-all" onPress={() => setPutting(true)}>
              {say('market.putAll')}
            </Button>
          ) : state === 'refused' && view.listings.refused > 0 ? (
            <Button icon="refresh" busy={busy} testId="try-again" onPress={() => void again()}>
              {say('market.tryAgain')}
            </Button>
          ) : null
        }
      >
        <div className={css.tools}>
          <Choice
            look="pills"
            label={say('market.listing.states')}
            chosen={state}
            onChoose={(next) => {
              setState(next)
              setTold(null)
              clear()
            }}
            options={listingStates.map((key) => ({
              key,
              face: (
                <>
                  {say(`market.listing.${key}`)} <span className={css.count}>{view.listings[key]}</span>
                </>
              ),
              testId: `listing-${key}`,
            }))}
          />
          <div className={css.search}>
            <SearchBox
              label={say('market.search')}
              clearLabel={say('market.search.clear')}
              text={text}
              testId="piece-search"
              onText={setText}
            />
          </div>
        </div>
        <DoneNote
          words={told === null ? '' : say(told.key, { count: told.count ?? 0 })}
          testId="pieces-told"
        />
        <RefusalNote refusal={refusal} onClose={clear} />
        <PieceList key={state} state={state} text={text.trim()} view={view} onTold={setTold} />
      </Part>
      {putting ? (
        <PutAll
          onClose={() => setPutting(false)}
          onPut={() => {
            setPutting(false)
            setTold({ key: 'market.putAll.done' })
          }}
        />
      ) : null}
    </>
  )
}
