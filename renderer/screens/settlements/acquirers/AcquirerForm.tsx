import { useState } from 'react'
import type { AcquirerConfig, AcquirersConfig } from '#shared/contract/acquirers.ts'
import { useAsk } from '../../../api/ask.ts'
import { useDevices } from '../../../api/till.tsx'
import { useWords } from '../../../i18n/Words.tsx'
import { ChoiceEntry } from '../../../widgets/ChoiceEntry.tsx'
import { FormDialog } from '../../../widgets/FormDialog.tsx'
import { OneOf } from '../../../widgets/OneOf.tsx'
import { TextEntry } from '../../../widgets/TextEntry.tsx'
import css from './Acquirers.module.css'
import type { AcquirerDraft } from './acquirer-draft.ts'
import { configWith, draftOf, newDraft } from './acquirer-draft.ts'
import { acquirerFaults, isWhole } from './acquirer-faults.ts'
import { HostFields } from './HostFields.tsx'
import { TerminalBoxes } from './TerminalBoxes.tsx'

const ways = ['host', 'terminal', 'file'] as const
const whens = ['closing', 'hour', 'hand'] as const

/** Who settles which terminal, how, and when. */
export function AcquirerForm(props: {
  /** `null`: a new one. */
  readonly acquirer: AcquirerConfig | null
  readonly config: AcquirersConfig
  readonly onClose: () => void
  readonly onSaved: () => void
}) {
  const { say } = useWords()
  const { ask, busy, refusal, clear } = useAsk()
  const { acquirer, config } = props
  const others = config.acquirers.filter(({ id }) => id !== acquirer?.id)
  const terminals = useDevices().filter(({ kind, health }) => kind === 'terminal' && health !== 'absent')
  const free = terminals.filter(({ id }) => !others.some((other) => other.terminals.includes(id)))
  const [draft, setDraft] = useState(() =>
    acquirer === null ? newDraft(free.map(({ id }) => id)) : draftOf(acquirer),
  )
  const [tried, setTried] = useState(false)
  const faults = acquirerFaults(draft)
  const isFresh = (terminal: string) => !config.acquirers.some((each) => each.terminals.includes(terminal))
  const edit = (part: Partial<AcquirerDraft>) => {
    clear()
    setDraft((before) => ({ ...before, ...part }))
  }
  const save = async () => {
    setTried(true)
    if (!isWhole(faults)) return
    if ((await ask((till) => till.settlements.configure(configWith(draft, config)))).ok) props.onSaved()
  }
  return (
    <FormDialog
      title={
        acquirer === null
          ? say('acquirers.add')
          : say('acquirers.edit.title', { name: `\u2068${acquirer.name}\u2069` })
      }
      size="wide"
      testId="acquirer-form"
      onClose={props.onClose}
      refusal={refusal}
      busy={busy}
      submit={{ words: say('acquirers.save'), testId: 'acquirer-save' }}
      onSubmit={() => void save()}
    >
      <TextEntry
        label={say('acquirers.name')}
        value={draft.name}
        onChange={(name) => edit({ name })}
        maxLength={60}
        hint={say('acquirers.name.hint')}
        error={tried && faults.name ? say('acquirers.missing') : null}
        testId="acquirer-name"
        autoFocus={acquirer === null}
      />
      <OneOf
        label={say('acquirers.way')}
        chosen={draft.way}
        onChoose={(way) => edit({ way })}
        options={ways.map((key) => ({
          key,
          name: say(`acquirers.way.${key}`),
          body: say(`acquirers.way.${key}.body`),
        }))}
      />
      {draft.way === 'host' ? (
        <HostFields draft={draft} faults={tried ? faults.texts : {}} onDraft={edit} />
      ) : null}
      <TerminalBoxes
        terminals={terminals}
        others={others}
        chosen={draft.terminals}
        error={tried && faults.terminals ? say('acquirers.terminals.missing') : null}
        onChoose={(chosen) => edit({ terminals: chosen })}
      />
      {draft.terminals.some(isFresh) ? <p className={css.quiet}>{say('acquirers.begins')}</p> : null}
      <ChoiceEntry
        label={say('acquirers.when')}
        chosen={draft.at}
        onChoose={(at) => edit({ at })}
        options={whens.map((key) => ({ key, face: say(`acquirers.when.${key}`), testId: `when-${key}` }))}
      />
      {draft.at === 'hour' ? (
        <TextEntry
          label={say('acquirers.hour')}
          value={draft.hour}
          onChange={(hour) => edit({ hour })}
          maxLength={5}
          direction="ltr"
          hint={say('acquirers.hour.hint')}
          error={tried && faults.hour ? say('acquirers.hour.wrong') : null}
          testId="acquirer-hour"
        />
      ) : null}
    </FormDialog>
  )
}
