import { useState } from 'react'
import type { DevicesConfig } from '#shared/contract/devices.ts'
import { useAsk } from '../../api/ask.ts'
import { useWords } from '../../i18n/Words.tsx'
import { Button } from '../../widgets/Button.tsx'
import field from '../../widgets/Field.module.css'
import { RefusalNote } from '../../widgets/RefusalNote.tsx'
import { TextEntry } from '../../widgets/TextEntry.tsx'
import css from './DeviceForm.module.css'
import type { DeviceDraft } from './device-draft.ts'
import { configWith, deviceFaults, draftOf, isWhole } from './device-draft.ts'
import { OptionFields } from './OptionFields.tsx'
import { PlaceFields } from './PlaceFields.tsx'
import { PrinterFields } from './PrinterFields.tsx'
import { ProtocolChoice } from './ProtocolChoice.tsx'
import { TryPanel } from './TryPanel.tsx'
import type { ConfiguredKind } from './wirings.data.ts'

/** What one device is, where it is and what it must be told; a terminal can be tried before it is kept. */
export function DeviceForm(props: {
  readonly kind: ConfiguredKind
  readonly config: DevicesConfig
  /** Which of several printers. */
  readonly seat: number
  readonly onSaved: () => void
}) {
  const { say } = useWords()
  const { ask, busy, refusal, clear } = useAsk()
  const { kind, config, seat } = props
  // Two printers of one name could not be told apart where a paper says which it came out of.
  const nameless = `${say(`devices.kind.${kind}`)}${seat === 0 ? '' : ` ${seat + 1}`}`
  const [draft, setDraft] = useState(() => draftOf(kind, config, nameless, seat))
  const [tried, setTried] = useState(false)
  const faults = deviceFaults(draft, config)
  const whole = isWhole(faults)
  const shown = tried ? faults : deviceFaults({ ...draft, protocol: 'none' }, config)
  const edit = (part: Partial<DeviceDraft>) => {
    clear()
    setDraft((before) => ({ ...before, ...part }))
  }
  const save = async () => {
    setTried(true)
    if (!whole || busy) return
    if ((await ask((till) => till.devices.configure(configWith(draft, config)))).ok) props.onSaved()
  }
  const is = draft.protocol !== 'none'
  return (
    <form
      className={css.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <ProtocolChoice draft={draft} onDraft={edit} />
      {is ? (
        <>
          <PlaceFields draft={draft} faults={shown.place} onDraft={edit} />
          <TextEntry
            label={say('devices.name')}
            value={draft.name}
            onChange={(name) => edit({ name })}
            maxLength={60}
            error={shown.name ? say('devices.missing') : null}
            testId="place-name"
          />
          <OptionFields draft={draft} faults={shown.options} onDraft={edit} />
        </>
      ) : (
        <p className={field.label}>{say(`devices.absent.${seat === 0 ? kind : 'otherPrinter'}`)}</p>
      )}
      {kind === 'printer' && is ? <PrinterFields draft={draft} faults={shown} onDraft={edit} /> : null}
      {kind === 'terminal' && is && draft.place.via !== 'hand' ? (
        <TryPanel draft={draft} whole={whole} onDraft={edit} onTried={() => setTried(true)} />
      ) : null}
      <RefusalNote refusal={refusal} />
      <Button look="primary" size="large" type="submit" busy={busy} testId="place-save">
        {say('devices.save')}
      </Button>
    </form>
  )
}
