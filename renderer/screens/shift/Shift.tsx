import { useState } from 'react'
import { useCounter } from '../../api/till.tsx'
import { Frame, PageTitle } from '../../app/Frame.tsx'
import { useWords } from '../../i18n/Words.tsx'
import { ClosedShift } from './ClosedShift.tsx'
import { CloseShift } from './CloseShift.tsx'
import { OpenShift } from './OpenShift.tsx'
import css from './Shift.module.css'
import { Standing } from './Standing.tsx'

/** The drawer’s day: open with a float, move cash, count blind, see the difference. */
export function Shift() {
  const { say } = useWords()
  const shift = useCounter()?.shift ?? null
  const [counting, setCounting] = useState(false)
  const [closed, setClosed] = useState(false)
  // The view says "closed" before the answer to the count is back: both mean that the count is over.
  const over = closed || counting
  const body = () => {
    if (shift !== null)
      return counting ? (
        <CloseShift
          onBack={() => setCounting(false)}
          onClosed={() => {
            setCounting(false)
            setClosed(true)
          }}
        />
      ) : (
        <Standing
          shift={shift}
          onClose={() => {
            setClosed(false)
            setCounting(true)
          }}
        />
      )
    return over ? (
      <ClosedShift
        onNext={() => {
          setCounting(false)
          setClosed(false)
        }}
      />
    ) : (
      <OpenShift />
    )
  }
  return (
    <Frame middle={<PageTitle>{say('app.shift')}</PageTitle>}>
      <div className={css.page}>{body()}</div>
    </Frame>
  )
}
