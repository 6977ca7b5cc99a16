import { useState } from 'react'
import type { AcquirerConfig, AcquirersConfig, ColumnMap } from '#shared/contract/acquirers.ts'
import type { StatementId } from '#shared/settlement/statement.ts'
import { useAsk } from '../../../api/ask.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { ChoiceEntry } from '../../../widgets/ChoiceEntry.tsx'
import { FormDialog } from '../../../widgets/FormDialog.tsx'
import { ColumnMapForm } from './ColumnMapForm.tsx'
import { base64Of, type ChosenFile } from './chosen-file.ts'
import type { ColumnDraft } from './column-draft.ts'
import { columnFaults, draftOfMap, emptyDraft, guessed, mapOf } from './column-draft.ts'
import { FileChoice } from './FileChoice.tsx'
import { decoded, encodingOf, fileHead, separatorOf } from './file-head.ts'

/** How a chosen file is read at first: as the bank's last one, or as it looks. */
function firstDraft({ bytes }: ChosenFile, acquirer: AcquirerConfig | undefined): ColumnDraft {
  if (acquirer?.statement) return draftOfMap(acquirer.statement)
  const encoding = encodingOf(bytes)
  const text = decoded(bytes, encoding)
  const separator = separatorOf(text)
  return guessed({ ...emptyDraft, encoding, separator }, fileHead(text, separator)?.names ?? [])
}

/** The till's acquirers with how this one's files are read; the same where that is known already. */
function withMap(config: AcquirersConfig, id: string, map: ColumnMap): AcquirersConfig {
  const known = config.acquirers.find((each) => each.id === id)?.statement
  if (JSON.stringify(known) === JSON.stringify(map)) return config
  return {
    acquirers: config.acquirers.map((each) => (each.id === id ? { ...each, statement: map } : each)),
  }
}

/** A bank's file: which bank, which file, which column says what; then the till reads it, whole or not at all. */
export function ImportStatement(props: {
  readonly config: AcquirersConfig
  readonly onClose: () => void
  readonly onImported: (statement: StatementId) => void
}) {
  const { say } = useWords()
  const { ask, busy, refusal, clear } = useAsk()
  const { config } = props
  const { acquirers } = config
  const [acquirer, setAcquirer] = useState(acquirers[0]?.id ?? '')
  const [file, setFile] = useState<ChosenFile | null>(null)
  const [draft, setDraft] = useState<ColumnDraft>(emptyDraft)
  const [tried, setTried] = useState(false)
  const head = file === null ? null : fileHead(decoded(file.bytes, draft.encoding), draft.separator)
  const faults = head === null ? {} : columnFaults(draft, head.names)
  const take = (chosen: ChosenFile | null, of: string) => {
    clear()
    setFile(chosen)
    if (chosen !== null)
      setDraft(
        firstDraft(
          chosen,
          acquirers.find(({ id }) => id === of),
        ),
      )
  }
  const bring = async () => {
    setTried(true)
    if (file === null || head === null || Object.keys(faults).length > 0) return
    const map = mapOf(draft)
    const statement = { acquirer, file: file.name, base64: base64Of(file.bytes), map }
    const said = await ask((till) => till.settlements.importStatement(statement))
    if (!said.ok) return
    const kept = withMap(config, acquirer, map)
    // The statement is in the books; a map that is not kept is only asked for once more.
    if (kept !== config) await ask((till) => till.settlements.configure(kept))
    props.onImported(said.value.statement)
  }
  return (
    <FormDialog
      title={say('statements.import')}
      size="wide"
      testId="import-dialog"
      onClose={props.onClose}
      refusal={refusal}
      busy={busy}
      submit={{ words: say('statements.do'), testId: 'import-save' }}
      onSubmit={() => void bring()}
    >
      {acquirers.length < 2 ? null : (
        <ChoiceEntry
          label={say('statements.acquirer')}
          chosen={acquirer}
          onChoose={(id) => {
            setAcquirer(id)
            take(file, id)
          }}
          options={acquirers.map(({ id, name }) => ({
            key: id,
            face: <bdi>{name}</bdi>,
            testId: `statement-of-${id}`,
          }))}
        />
      )}
      <FileChoice file={file} missing={tried && file === null} onFile={(chosen) => take(chosen, acquirer)} />
      {file === null ? null : (
        <ColumnMapForm
          draft={draft}
          head={head}
          faults={tried ? faults : {}}
          onDraft={(part) => {
            clear()
            setDraft((before) => ({ ...before, ...part }))
          }}
        />
      )}
    </FormDialog>
  )
}
