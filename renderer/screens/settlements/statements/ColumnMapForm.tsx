import type { ColumnMap } from '#shared/contract/acquirers.ts'
import type { ColumnRole } from '#shared/settlement/statement-columns.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { ChoiceEntry } from '../../../widgets/ChoiceEntry.tsx'
import { Labelled } from '../../../widgets/Labelled.tsx'
import { TextEntry } from '../../../widgets/TextEntry.tsx'
import { ColumnChoice } from './ColumnChoice.tsx'
import type { ColumnDraft, ColumnFault } from './column-draft.ts'
import { columnRoles } from './column-draft.ts'
import { FilePreview } from './FilePreview.tsx'
import type { FileHead } from './file-head.ts'
import css from './ImportStatement.module.css'

const separators = { ';': 'semicolon', ',': 'comma', '\t': 'tab', '|': 'bar' } as const
const encodings = ['utf-8', 'windows-1252', 'windows-1256'] as const
const decimals = { ',': 'comma', '.': 'point' } as const
const days = ['DD/MM/YYYY', 'YYYY-MM-DD', 'DD-MM-YYYY', 'MM/DD/YYYY', 'YYYYMMDD'] as const
const longestWords = 200

/** How a bank's file is written and which column says what, beside its own first lines. */
export function ColumnMapForm(props: {
  readonly draft: ColumnDraft
  /** `null`: it cannot be read with this separator. */
  readonly head: FileHead | null
  readonly faults: Partial<Record<ColumnRole, ColumnFault>>
  readonly onDraft: (part: Partial<ColumnDraft>) => void
}) {
  const { say } = useWords()
  const { draft, head, faults, onDraft } = props
  return (
    <>
      <Labelled label={say('statements.preview')}>
        {head === null ? (
          <p className={css.error} role="status">
            {say('statements.file.odd')}
          </p>
        ) : (
          <FilePreview head={head} columns={draft.columns} />
        )}
      </Labelled>
      <div className={css.how}>
        <ChoiceEntry
          label={say('statements.separator')}
          chosen={draft.separator}
          onChoose={(separator) => onDraft({ separator })}
          options={(Object.keys(separators) as ColumnMap['separator'][]).map((key) => ({
            key,
            face: say(`statements.separator.${separators[key]}`),
          }))}
        />
        <ChoiceEntry
          label={say('statements.encoding')}
          chosen={draft.encoding}
          onChoose={(encoding) => onDraft({ encoding })}
          options={encodings.map((key) => ({ key, face: say(`statements.encoding.${key}`) }))}
        />
        <ChoiceEntry
          label={say('statements.decimal')}
          chosen={draft.decimal}
          onChoose={(decimal) => onDraft({ decimal })}
          options={(Object.keys(decimals) as ColumnMap['decimal'][]).map((key) => ({
            key,
            face: say(`statements.decimal.${decimals[key]}`),
          }))}
        />
        <ChoiceEntry
          label={say('statements.days')}
          chosen={draft.days}
          onChoose={(chosen) => onDraft({ days: chosen })}
          options={days.map((key) => ({ key, face: <bdi dir="ltr">{key}</bdi> }))}
        />
      </div>
      {head === null ? null : (
        <>
          <p className={css.title}>{say('statements.columns')}</p>
          <div className={css.columns}>
            {columnRoles.map((role) => (
              <ColumnChoice
                key={role}
                role={role}
                names={head.names}
                chosen={draft.columns[role]}
                fault={faults[role] ?? null}
                onChoose={(name) => onDraft({ columns: { ...draft.columns, [role]: name } })}
              />
            ))}
          </div>
          {draft.columns.kind === '' ? (
            <p className={css.note}>{say('statements.kind.sign')}</p>
          ) : (
            <div className={css.columns}>
              {(['refund', 'reversal'] as const).map((kind) => (
                <TextEntry
                  key={kind}
                  label={say(`statements.kind.${kind}`)}
                  value={draft[`${kind}Words`]}
                  onChange={(words) => onDraft({ [`${kind}Words`]: words })}
                  maxLength={longestWords}
                  hint={say('statements.kind.hint')}
                  testId={`words-${kind}`}
                />
              ))}
            </div>
          )}
          <p className={css.note}>{say('statements.columns.kept')}</p>
        </>
      )}
    </>
  )
}
