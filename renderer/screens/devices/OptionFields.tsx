import { useWords } from '../../i18n/Words.tsx'
import field from '../../widgets/Field.module.css'
import { TextEntry } from '../../widgets/TextEntry.tsx'
import css from './DeviceForm.module.css'
import type { DeviceDraft } from './device-draft.ts'
import { wiringOf } from './device-draft.ts'
import { longestOption } from './option-drafts.ts'
import type { OptionName } from './wirings.data.ts'

/** What this terminal must be told beside its place; nothing where its protocol needs nothing. */
export function OptionFields(props: {
  readonly draft: DeviceDraft
  readonly faults: readonly OptionName[]
  readonly onDraft: (part: Partial<DeviceDraft>) => void
}) {
  const { say } = useWords()
  const { options } = props.draft
  const names = wiringOf(props.draft).options ?? []
  if (names.length === 0) return null
  return (
    <fieldset className={css.options}>
      <legend className={field.label}>{say('setup.options')}</legend>
      {names.map((name) => (
        <TextEntry
          key={name}
          label={say(`setup.${name}`)}
          hint={say(`setup.${name}.hint`)}
          value={options[name]}
          onChange={(value) => props.onDraft({ options: { ...options, [name]: value.trim() } })}
          maxLength={longestOption[name]}
          error={
            props.faults.includes(name) ? say(options[name] === '' ? 'devices.missing' : 'setup.wrong') : null
          }
          direction="ltr"
          testId={`option-${name}`}
        />
      ))}
    </fieldset>
  )
}
