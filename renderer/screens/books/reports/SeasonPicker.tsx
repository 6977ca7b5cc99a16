import { useState } from 'react'
import type { BusinessDay } from '#shared/kernel/stamp.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { Button } from '../../../widgets/Button.tsx'
import { Choice } from '../../../widgets/Choice.tsx'
import { DayEntry } from '../../../widgets/DayEntry.tsx'
import { dayWords } from './report-words.ts'
import css from './SpanPicker.module.css'
import { type SeasonKey, type ShownSpan, seasonOf, seasons } from './span.ts'

type Season = Extract<ShownSpan, { readonly kind: 'season' }>

/** Days in a row: a month, a year, or whichever are typed. */
export function SeasonPicker(props: {
  readonly span: Season
  readonly today: BusinessDay
  readonly first: BusinessDay | null
  readonly onSpan: (span: ShownSpan) => void
}) {
  const { say } = useWords()
  const { span, today, onSpan } = props
  const [own, setOwn] = useState(false)
  const isShown = (key: SeasonKey): boolean => {
    const season = seasonOf(key, today)
    return season.kind === 'season' && season.from === span.from && season.to === span.to
  }
  const chosen = own ? 'own' : (seasons.find(isShown) ?? 'own')
  return (
    <>
      <Choice
        look="pills"
        label={say('reports.range')}
        chosen={chosen}
        onChoose={(key) => {
          setOwn(key === 'own')
          if (key !== 'own') onSpan(seasonOf(key, today))
        }}
        options={([...seasons, 'own'] as const).map((key) => ({
          key,
          face: say(`reports.range.${key}`),
          testId: `season-${key}`,
        }))}
      />
      {chosen === 'own' ? <OwnDays {...props} /> : null}
    </>
  )
}

function OwnDays({
  span,
  today,
  onSpan,
}: {
  readonly span: Season
  readonly today: BusinessDay
  readonly onSpan: (span: ShownSpan) => void
}) {
  const { say } = useWords()
  const [from, setFrom] = useState<BusinessDay | null>(span.from)
  const [to, setTo] = useState<BusinessDay | null>(span.to)
  const future = say('reports.future', { day: dayWords(today) })
  const lateFrom = from !== null && from > today
  const lateTo = to !== null && to > today
  const turned = from !== null && to !== null && to < from
  const ready = from !== null && to !== null && !lateFrom && !lateTo && !turned
  return (
    <div className={css.own}>
      <DayEntry
        label={say('reports.from')}
        day={span.from}
        onDay={setFrom}
        error={lateFrom ? future : null}
        testId="season-from"
      />
      <DayEntry
        label={say('reports.to')}
        day={span.to}
        onDay={setTo}
        error={lateTo ? future : turned ? say('reports.turned') : null}
        testId="season-to"
      />
      <Button
        look="primary"
        isDisabled={!ready}
        testId="season-show"
        onPress={() => {
          if (from !== null && to !== null) onSpan({ kind: 'season', from, to })
        }}
      >
        {say('reports.show')}
      </Button>
    </div>
  )
}
