import { useState } from 'react'
import { dayAfter, spanKinds, weekdayOf } from '#shared/books/reports/span.ts'
import type { BusinessDay } from '#shared/kernel/stamp.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { Button } from '../../../widgets/Button.tsx'
import { Choice } from '../../../widgets/Choice.tsx'
import { dayWords, longDayIn } from './report-words.ts'
import { SeasonPicker } from './SeasonPicker.tsx'
import css from './SpanPicker.module.css'
import { type ShownSpan, seasonOf, spanBeside } from './span.ts'

/** Which days are shown: a day or a week and those beside it, or a season. */
export function SpanPicker(props: {
  readonly span: ShownSpan
  readonly today: BusinessDay
  /** Of any shift; `null`: there was none. */
  readonly first: BusinessDay | null
  readonly onSpan: (span: ShownSpan) => void
}) {
  const { say, locale } = useWords()
  const { span, today, first, onSpan } = props
  // The day one was at, when one comes back from a season.
  const [at, setAt] = useState<BusinessDay | null>(span.kind === 'season' ? null : span.day)
  const choose = (next: ShownSpan) => {
    if (next.kind !== 'season') setAt(next.day)
    onSpan(next)
  }
  const around = span.kind === 'season' ? today : (span.day ?? today)
  const start = span.kind === 'week' ? dayAfter(around, 1 - weekdayOf(around)) : around
  const { kind } = span
  return (
    <div className={css.picker} data-testid="report-span">
      <Choice
        label={say('reports.span')}
        chosen={kind}
        onChoose={(next) => choose(next === 'season' ? seasonOf('month', today) : { kind: next, day: at })}
        options={spanKinds.map((key) => ({ key, face: say(`reports.span.${key}`), testId: `span-${key}` }))}
      />
      {kind === 'season' ? (
        <SeasonPicker span={span} today={today} first={first} onSpan={choose} />
      ) : (
        <div className={css.steps}>
          <Button
            icon="back"
            label={say(`reports.earlier.${kind}`)}
            isDisabled={first !== null && start <= first}
            testId="span-earlier"
            onPress={() => choose(spanBeside(kind, start, -1, today))}
          />
          <span className={css.days} data-testid="span-days">
            {kind === 'day'
              ? longDayIn(start, locale)
              : `${dayWords(start)} – ${dayWords(dayAfter(start, 6))}`}
          </span>
          <Button
            icon="forth"
            label={say(`reports.later.${kind}`)}
            isDisabled={span.day === null || dayAfter(start, kind === 'day' ? 1 : 7) > today}
            testId="span-later"
            onPress={() => choose(spanBeside(kind, start, 1, today))}
          />
          {span.day === null ? null : (
            <Button look="quiet" testId="span-now" onPress={() => choose({ kind, day: null })}>
              {say(`reports.back.${kind}`)}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}
