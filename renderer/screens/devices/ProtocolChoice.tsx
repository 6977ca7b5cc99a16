import { useId } from 'react'
import { terminalProtocols } from '#shared/contract/devices.ts'
import { protocolName } from '../../i18n/device-name.ts'
import { type Say, useWords } from '../../i18n/Words.tsx'
import { ChoiceEntry } from '../../widgets/ChoiceEntry.tsx'
import field from '../../widgets/Field.module.css'
import type { DeviceDraft, Protocol } from './device-draft.ts'
import { asProtocol, byVia, protocolsOf, viasOf } from './device-draft.ts'
import css from './ProtocolChoice.module.css'

type Choosable = Protocol | 'none'

const nameOf = (protocol: Choosable, say: Say): string => {
  if (protocol === 'none') return say('setup.none')
  return protocol === 'manual' ? say('setup.manual') : protocolName(protocol)
}

/** What a terminal of this protocol is, for somebody who has one in front of them; readers have their maker's name. */
const bodyOf = (protocol: Choosable, say: Say): string | null => {
  const terminal = terminalProtocols.find((each) => each === protocol)
  return terminal === undefined ? null : say(`setup.${terminal}.body`)
}

/** What kind of device it is, where there are several, and how it is reached. */
export function ProtocolChoice(props: {
  readonly draft: DeviceDraft
  readonly onDraft: (draft: DeviceDraft) => void
}) {
  const { say } = useWords()
  const { draft } = props
  const protocols = protocolsOf[draft.kind]
  const [first] = protocols
  // What a printer speaks follows from its model, which is asked for by name.
  const only = draft.kind === 'printer' && draft.protocol !== 'none' ? draft.protocol : first
  if ((protocols.length === 1 || draft.kind === 'printer') && only !== undefined) {
    const keys = ['none', ...viasOf(only)] as const
    return (
      <ChoiceEntry
        label={say('devices.via')}
        chosen={draft.protocol === 'none' ? 'none' : draft.place.via}
        onChoose={(key) =>
          props.onDraft(key === 'none' ? asProtocol(draft, 'none') : byVia({ ...draft, protocol: only }, key))
        }
        options={keys.map((key) => ({ key, face: say(`devices.via.${key}`), testId: `via-${key}` }))}
      />
    )
  }
  const vias = viasOf(draft.protocol)
  return (
    <>
      <Protocols {...props} protocols={[...protocols, 'none']} />
      {vias.length < 2 ? null : (
        <ChoiceEntry
          label={say('devices.via')}
          chosen={draft.place.via}
          onChoose={(via) => props.onDraft(byVia(draft, via))}
          options={vias.map((key) => ({ key, face: say(`devices.via.${key}`), testId: `via-${key}` }))}
        />
      )}
    </>
  )
}

function Protocols(props: {
  readonly draft: DeviceDraft
  readonly protocols: readonly Choosable[]
  readonly onDraft: (draft: DeviceDraft) => void
}) {
  const { say } = useWords()
  const group = useId()
  const { draft } = props
  return (
    <fieldset className={css.protocols}>
      <legend className={field.label}>
        {say(draft.kind === 'reader' ? 'setup.reader.what' : 'setup.what')}
      </legend>
      {props.protocols.map((protocol) => {
        const body = bodyOf(protocol, say)
        return (
          <label key={protocol} className={css.protocol} data-chosen={protocol === draft.protocol}>
            <input
              type="radio"
              name={group}
              checked={protocol === draft.protocol}
              data-testid={`protocol-${protocol}`}
              onChange={() => props.onDraft(asProtocol(draft, protocol))}
            />
            <span>
              <span className={css.name}>
                <bdi>{nameOf(protocol, say)}</bdi>
              </span>
              {body === null ? null : <span className={css.body}>{body}</span>}
            </span>
          </label>
        )
      })}
    </fieldset>
  )
}
