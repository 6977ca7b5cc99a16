import type { ColumnRole } from '#shared/settlement/statement-columns.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { SelectEntry } from '../../../widgets/SelectEntry.tsx'
import type { ColumnFault } from './column-draft.ts'

/** Which column of the file says one thing, by its name in the file's head. */
export function ColumnChoice(props: {
  readonly role: ColumnRole
  readonly names: readonly string[]
  /** `''`: the file does not say it. */
  readonly chosen: string
  readonly fault: ColumnFault | null
  readonly onChoose: (name: string) => void
}) {
  const { say } = useWords()
  const { role, names, chosen, fault } = props
  // A name that was kept from the bank's last file and is not in this one still shows.
  const known = chosen === '' || names.includes(chosen) ? names : [chosen, ...names]
  return (
    <SelectEntry
      label={say(`statements.column.${role}`)}
      chosen={chosen}
      onChoose={props.onChoose}
      error={fault === null ? null : say(`statements.column.${fault}`)}
      options={[
        { key: '', label: say('statements.column.none') },
        ...known.map((name) => ({ key: name, label: name })),
      ]}
      testId={`column-${role}`}
    />
  )
}
