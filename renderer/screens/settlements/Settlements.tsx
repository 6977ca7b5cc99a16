import { useState } from 'react'
import type { BatchId } from '#shared/settlement/batch.ts'
import { Frame, PageTitle } from '../../app/Frame.tsx'
import { useWords } from '../../i18n/Words.tsx'
import { Choice } from '../../widgets/Choice.tsx'
import { ScrollPage } from '../../widgets/ScrollPage.tsx'
import { Acquirers } from './acquirers/Acquirers.tsx'
import { Batch } from './batches/Batch.tsx'
import { Batches } from './batches/Batches.tsx'
import css from './Settlements.module.css'
import { Statements } from './statements/Statements.tsx'

const places = ['settlements', 'statements', 'acquirers'] as const

/** Card takings until the bank agrees: what is collected and asked, what the bank says it pays, and who is asked how. */
export function Settlements() {
  const { say } = useWords()
  const [place, setPlace] = useState<(typeof places)[number]>('settlements')
  const [open, setOpen] = useState<BatchId | null>(null)
  return (
    <Frame middle={<PageTitle>{say('settlements.title')}</PageTitle>}>
      <nav className={css.places}>
        <Choice
          label={say('settlements.places')}
          chosen={place}
          onChoose={(next) => {
            setPlace(next)
            setOpen(null)
          }}
          options={places.map((key) => ({
            key,
            face: say(`settlements.place.${key}`),
            testId: `place-${key}`,
          }))}
        />
      </nav>
      <ScrollPage key={`${place} ${open}`}>
        {place === 'statements' ? <Statements /> : null}
        {place === 'acquirers' ? <Acquirers /> : null}
        {place !== 'settlements' ? null : open === null ? (
          <Batches onOpen={setOpen} onSetUp={() => setPlace('acquirers')} />
        ) : (
          <Batch id={open} onBack={() => setOpen(null)} />
        )}
      </ScrollPage>
    </Frame>
  )
}
