import type { ReactNode } from 'react'
import type { LaneView } from '#shared/contract/forwards.ts'
import { useCounter } from '../api/till.tsx'
import { stoppedWords, waitingWords } from '../i18n/lane-words.ts'
import { useWords } from '../i18n/Words.tsx'
import { timeIn } from '../i18n/when.ts'
import { Icon } from './Icon.tsx'
import css from './LaneNote.module.css'

/** What waits on one way out of the till: since when, why, and when it is tried again. `children`: one button at most. */
export function LaneNote({ lane, children }: { readonly lane: LaneView; readonly children: ReactNode }) {
  const { say } = useWords()
  const day = useCounter()?.shift?.businessDay ?? null
  const stopped = stoppedWords(lane, say)
  const waiting = waitingWords(lane, day, say)
  const next =
    lane.nextTryAt === null
      ? say('forwards.now')
      : say('forwards.next', { time: `\u2066${timeIn(lane.nextTryAt)}\u2069` })
  return (
    <div
      className={css.lane}
      data-testid={`lane-${lane.destination}`}
      data-tone={lane.trouble === null && stopped === null ? 'idle' : 'wait'}
    >
      <Icon name={stopped === null ? 'net' : 'warn'} />
      <div className={css.said} role="status">
        {waiting === null ? null : <p className={css.words}>{waiting}</p>}
        {waiting === null || lane.trouble === null ? null : <p className={css.next}>{next}</p>}
        {stopped === null ? null : <p className={css.words}>{stopped}</p>}
      </div>
      {children}
    </div>
  )
}
