import type { DayRange } from '#shared/kernel/day-range.ts'
import type { BusinessDay } from '#shared/kernel/stamp.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { ChoiceEntry } from '../../../widgets/ChoiceEntry.tsx'
import { DayEntry } from '../../../widgets/DayEntry.tsx'
import { type Preset, presetDays, presets } from './asked-days.ts'
import css from './Exports.module.css'

/** Days under way; `null`: what is typed is no day. */
export interface TypedDays {
  readonly preset: Preset | 'own'
  readonly from: BusinessDay | null
  readonly to: BusinessDay | null
}

/** Whole days, where both are some. What else is wrong with them the till says. */
export const wholeDays = ({ from, to }: TypedDays): DayRange | null =>
  from === null || to === null ? null : { from, to }

/** Which days: one touch for the usual ones, two entries for others. */
export function DaysPicker(props: {
  readonly days: TypedDays
  readonly today: BusinessDay
  readonly onDays: (days: TypedDays) => void
}) {
  const { say } = useWords()
  const { days, today, onDays } = props
  return (
    <>
      <ChoiceEntry
        label={say('exports.days')}
        chosen={days.preset}
        onChoose={(preset) =>
          onDays(preset === 'own' ? { ...days, preset } : { preset, ...presetDays(preset, today) })
        }
        options={([...presets, 'own'] as const).map((key) => ({
          key,
          face: say(`exports.range.${key}`),
          testId: `days-${key}`,
        }))}
      />
      {days.preset === 'own' ? (
        <div className={css.own}>
          <DayEntry
            label={say('exports.from')}
            day={days.from}
            onDay={(from) => onDays({ ...days, from })}
            testId="export-from"
          />
          <DayEntry
            label={say('exports.to')}
            day={days.to}
            onDay={(to) => onDays({ ...days, to })}
            testId="export-to"
          />
        </div>
      ) : null}
    </>
  )
}
