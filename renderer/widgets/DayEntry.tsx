import { useState } from 'react'
import type { BusinessDay } from '#shared/kernel/stamp.ts'
import { useWords } from '../i18n/Words.tsx'
import { dayIn } from '../i18n/when.ts'
import { typedDay } from '../input/typed-day.ts'
import { TextEntry } from './TextEntry.tsx'

/** A day, typed as it is written here: `27/11/2026`. Says so where what stands in it is none. */
export function DayEntry(props: {
  readonly label: string
  /** What it begins with. */
  readonly day: BusinessDay | null
  /** `null`: what is typed is no day. */
  readonly onDay: (day: BusinessDay | null) => void
  readonly error?: string | null
  readonly testId: string
}) {
  const { say } = useWords()
  const [text, setText] = useState(props.day === null ? '' : dayIn(props.day))
  const wrong = text.trim() !== '' && typedDay(text) === null
  return (
    <TextEntry
      label={props.label}
      value={text}
      onChange={(typed) => {
        setText(typed)
        props.onDay(typedDay(typed))
      }}
      maxLength={10}
      direction="ltr"
      error={wrong ? say('books.day.wrong') : (props.error ?? null)}
      testId={props.testId}
    />
  )
}
