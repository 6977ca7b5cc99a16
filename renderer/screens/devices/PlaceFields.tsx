import { serialFormats } from '#shared/contract/devices.ts'
import { useWords } from '../../i18n/Words.tsx'
import { ChoiceEntry } from '../../widgets/ChoiceEntry.tsx'
import { TextEntry } from '../../widgets/TextEntry.tsx'
import css from './DeviceForm.module.css'
import type { DeviceDraft } from './device-draft.ts'
import { wiringOf } from './device-draft.ts'
import { FindPanel } from './FindPanel.tsx'
import type { PlaceDraft, PlaceFaults } from './place-draft.ts'
import { baudRange, portRange } from './place-draft.ts'

type Field = keyof PlaceFaults
const longest: Readonly<Record<Field, number>> = { host: 253, port: 5, path: 400, hid: 400, baud: 6 }

/** Where the device is, on the way that was chosen; what is found on this machine is one touch away. */
export function PlaceFields(props: {
  readonly draft: DeviceDraft
  readonly faults: PlaceFaults
  readonly onDraft: (part: Partial<DeviceDraft>) => void
}) {
  const { say } = useWords()
  const { draft, faults } = props
  const { place } = draft
  const edit = (part: Partial<PlaceDraft>) => props.onDraft({ place: { ...place, ...part } })
  const fault = (name: Field): string | null => {
    const found = faults[name]
    if (found === undefined) return null
    if (found === 'missing') return say('devices.missing')
    return say('devices.wrongNumber', name === 'port' ? portRange : baudRange)
  }
  const field = (name: Field, hint?: string) => (
    <TextEntry
      label={say(`devices.${name}`)}
      value={place[name]}
      onChange={(value) => edit({ [name]: value })}
      maxLength={longest[name]}
      error={fault(name)}
      direction="ltr"
      testId={`place-${name}`}
      {...(hint === undefined ? {} : { hint })}
    />
  )
  const find = <FindPanel draft={draft} onPlace={edit} />
  const { formats = [], flows = [] } = wiringOf(draft)
  switch (place.via) {
    case 'tcp':
    case 'https':
      return (
        <>
          <div className={css.pair}>
            {field('host', say('devices.host.hint'))}
            {field('port')}
          </div>
          {find}
        </>
      )
    case 'serial':
      return (
        <>
          <div className={css.pair}>
            {field('path', say('devices.path.hint'))}
            {field('baud')}
          </div>
          {flows.length === 0 ? null : (
            <ChoiceEntry
              label={say('devices.flow')}
              chosen={place.flow}
              onChoose={(flow) => edit({ flow })}
              options={flows.map((key) => ({
                key,
                face: say(`devices.flow.${key}`),
                testId: `flow-${key}`,
              }))}
            />
          )}
          {formats.length === 0 ? null : (
            <ChoiceEntry
              label={say('setup.format')}
              chosen={place.format}
              onChoose={(format) => edit({ format })}
              options={(['usual', ...serialFormats] as const)
                .filter((key) => key === 'usual' || formats.includes(key))
                .map((key) => ({
                  key,
                  face: key === 'usual' ? say('setup.format.usual') : <bdi dir="ltr">{key}</bdi>,
                }))}
            />
          )}
          {find}
        </>
      )
    case 'hid':
      return (
        <>
          {field('hid', say('devices.hid.hint'))}
          {find}
        </>
      )
    case 'usb':
      return field('path', say('devices.usb.hint'))
    case 'spooler':
      return field('path', say('devices.spooler.hint'))
    case 'file':
      return field('path')
    default:
      return null
  }
}
