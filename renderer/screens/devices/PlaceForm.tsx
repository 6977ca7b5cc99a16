import { useState } from 'react'
import type { DevicesConfig } from '#shared/contract/devices.ts'
import { useAsk } from '../../api/ask.ts'
import { useWords } from '../../i18n/Words.tsx'
import { Button } from '../../widgets/Button.tsx'
import { Choice } from '../../widgets/Choice.tsx'
import { RefusalNote } from '../../widgets/RefusalNote.tsx'
import { TextEntry } from '../../widgets/TextEntry.tsx'
import css from './PlaceForm.module.css'
import type { ConfiguredKind, PlaceDraft, PlaceFaults } from './place-draft.ts'
import { baudRange, configWith, draftOf, placeFaults, portRange, waysOf } from './place-draft.ts'
import { printerModels } from './printer-models.data.ts'

/** Name, way and address of one device. */
export function PlaceForm(props: {
  readonly kind: ConfiguredKind
  readonly config: DevicesConfig
  readonly onSaved: () => void
}) {
  const { say } = useWords()
  const { ask, busy, refusal } = useAsk()
  const { kind, config } = props
  const [draft, setDraft] = useState(() => draftOf(kind, config, say(`devices.kind.${kind}`)))
  const [tried, setTried] = useState(false)
  const faults = placeFaults(draft)
  const set = (field: keyof PlaceDraft) => (value: string) =>
    setDraft((before) => ({ ...before, [field]: value }))
  const fault = (field: keyof PlaceFaults): string | null => {
    const found = faults[field]
    if (!tried || found === undefined) return null
    if (found === 'missing') return say('devices.missing')
    return say('devices.wrongNumber', field === 'port' ? portRange : baudRange)
  }
  const save = async () => {
    setTried(true)
    if (Object.keys(faults).length > 0) return
    if ((await ask((till) => till.devices.configure(configWith(kind, draft, config)))).ok) props.onSaved()
  }
  const field = (name: 'host' | 'port' | 'path' | 'baud', maxLength: number, hint?: string) => (
    <TextEntry
      label={say(`devices.${name}`)}
      value={draft[name]}
      onChange={set(name)}
      maxLength={maxLength}
      error={fault(name)}
      direction="ltr"
      testId={`place-${name}`}
      {...(hint === undefined ? {} : { hint })}
    />
  )
  return (
    <form
      className={css.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <div className={css.group}>
        <span className={css.label}>{say('devices.via')}</span>
        <Choice
          look="pills"
          label={say('devices.via')}
          chosen={draft.via}
          onChoose={set('via')}
          options={waysOf(kind).map((key) => ({
            key,
            face: say(`devices.via.${key}`),
            testId: `via-${key}`,
          }))}
        />
      </div>
      {draft.via === 'none' ? (
        <p className={css.label}>{say(`devices.absent.${kind}`)}</p>
      ) : (
        <TextEntry
          label={say('devices.name')}
          value={draft.name}
          onChange={set('name')}
          maxLength={60}
          error={fault('name')}
          testId="place-name"
        />
      )}
      {draft.via === 'tcp' ? (
        <div className={css.pair}>
          {field('host', 253, say('devices.host.hint'))}
          {field('port', 5)}
        </div>
      ) : null}
      {draft.via === 'serial' ? (
        <div className={css.pair}>
          {field('path', 400, say('devices.path.hint'))}
          {field('baud', 6)}
        </div>
      ) : null}
      {draft.via === 'file' ? field('path', 400) : null}
      {kind === 'printer' && draft.via !== 'none' ? (
        <div className={css.group}>
          <span className={css.label}>{say('devices.paper')}</span>
          <Choice
            look="pills"
            label={say('devices.paper')}
            chosen={draft.profile}
            onChoose={set('profile')}
            options={printerModels.map(({ key, label }) => ({
              key: key as string,
              face: <bdi>{label}</bdi>,
            }))}
          />
        </div>
      ) : null}
      <RefusalNote refusal={refusal} />
      <Button look="primary" size="large" type="submit" busy={busy} testId="place-save">
        {say('devices.save')}
      </Button>
    </form>
  )
}
