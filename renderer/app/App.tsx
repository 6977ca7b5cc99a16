/**
 * The whole screen. What is drawn follows from two snapshots of the till: the house (is there a shop, who is here)
 * and the counter (which phase). Nothing of a sale is kept here.
 */
import type { TillLine } from '../api/line.ts'
import { TillProvider, useCounter, useHouse, useLineState } from '../api/till.tsx'
import { WordsProvider } from '../i18n/Words.tsx'
import css from './App.module.css'
import { Away } from './Away.tsx'
import { Rooms } from './Rooms.tsx'

export function App({ line }: { readonly line: TillLine }) {
  return (
    <WordsProvider>
      <TillProvider line={line}>
        <Shell />
      </TillProvider>
    </WordsProvider>
  )
}

function Shell() {
  const state = useLineState()
  const house = useHouse()
  const view = useCounter()
  const away = state === 'away'
  return (
    <div
      className={css.shell}
      data-testid="phase"
      data-phase={view?.phase ?? 'none'}
      data-line={state}
      data-training={view?.training ?? false}
    >
      {house === null || view === null ? (
        <Away firstTime line={state} />
      ) : (
        <>
          {away ? <Away firstTime={false} line={state} /> : null}
          <div className={css.rooms} inert={away} data-stale={away}>
            <Rooms house={house} view={view} />
          </div>
        </>
      )}
    </div>
  )
}
