import { useState } from 'react'
import type { BusinessDay } from '#shared/kernel/stamp.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { dayIn } from '../../../i18n/when.ts'
import { Choice } from '../../../widgets/Choice.tsx'
import { DayEntry } from '../../../widgets/DayEntry.tsx'
import css from './TaxSettings.module.css'
import { nextMonth } from './tax-draft.ts'

const ways = ['today', 'nextMonth', 'other'] as const

/** From which day a choice holds; never a day that is over. */
export function FromDay(props: {
  readonly today: BusinessDay
  /** `null`: what is typed is no day, or one that is over. */
  readonly onDay: (day: BusinessDay | null) => void
  /** Whether somebody asked to keep it without a day. */
  readonly missing: boolean
}) {
  const { say } = useWords()
  const { today, onDay, missing } = props
  const [way, setWay] = useState<(typeof ways)[number]>('today')
  const [late, setLate] = useState(false)
  const days = { today, nextMonth: nextMonth(today), other: null }
  return (
    <div className={css.from}>
      <p className={css.label}>{say('tax.from')}</p>
      <Choice
        label={say('tax.from')}
        chosen={way}
        onChoose={(next) => {
          setWay(next)
          setLate(false)
          onDay(days[next])
        }}
        options={ways.map((key) => ({
          key,
          face:
            days[key] === null ? say('tax.from.other') : `${say(`tax.from.${key}`)} · ${dayIn(days[key])}`,
          testId: `from-${key}`,
        }))}
      />
      {way === 'other' ? (
        <DayEntry
          label={say('tax.from.day')}
          day={null}
          onDay={(day) => {
            setLate(day !== null && day < today)
            onDay(day === null || day < today ? null : day)
          }}
          error={late ? say('tax.from.past') : missing ? say('books.day.wrong') : null}
          testId="tax-from"
        />
      ) : null}
      <p className={css.quiet}>{say('tax.from.note')}</p>
    </div>
  )
}
