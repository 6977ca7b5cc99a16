import { useState } from 'react'
import type { Discovery } from '#shared/contract/devices.ts'
import { useAsk } from '../../api/ask.ts'
import { protocolName } from '../../i18n/device-name.ts'
import { useWords } from '../../i18n/Words.tsx'
import { Button } from '../../widgets/Button.tsx'
import { RefusalNote } from '../../widgets/RefusalNote.tsx'
import { RowButton, Rows } from '../../widgets/Rows.tsx'
import { TextEntry } from '../../widgets/TextEntry.tsx'
import type { DeviceDraft } from './device-draft.ts'
import css from './FindPanel.module.css'
import { foundPlaces } from './found-places.ts'
import type { PlaceDraft } from './place-draft.ts'
import { useInSight } from './use-in-sight.ts'

/** Looks at the ports of this machine, or at the hosts that are named, and offers what is there. */
export function FindPanel(props: {
  readonly draft: DeviceDraft
  readonly onPlace: (part: Partial<PlaceDraft>) => void
}) {
  const { say } = useWords()
  const { ask, busy, refusal, clear } = useAsk()
  const { place } = props.draft
  const network = place.via === 'tcp' || place.via === 'https'
  const [hosts, setHosts] = useState('')
  const [found, setFound] = useState<Discovery | null>(null)
  const panel = useInSight<HTMLDivElement>(found)
  const find = async () => {
    setFound(null)
    const said = await ask((till) =>
      till.devices.discover({ hosts: network ? hosts.trim() || place.host.trim() : '' }),
    )
    if (said.ok) setFound(said.value)
  }
  const places = found === null ? [] : foundPlaces(found, props.draft)
  return (
    <div className={css.find} ref={panel}>
      <div className={css.ask}>
        {network ? (
          <TextEntry
            label={say('setup.find.hosts')}
            hint={say('setup.find.hostsHint')}
            value={hosts}
            onChange={(next) => {
              setHosts(next)
              clear()
            }}
            maxLength={200}
            direction="ltr"
            testId="find-hosts"
          />
        ) : null}
        <Button icon="search" busy={busy} testId="find" onPress={() => void find()}>
          {say('setup.find')}
        </Button>
      </div>
      <div role="status">
        {found === null ? null : places.length === 0 ? (
          <p className={css.nothing} data-testid="find-nothing">
            {say('setup.find.nothing')}
          </p>
        ) : (
          <p className={css.label}>{say('setup.find.found')}</p>
        )}
      </div>
      {places.length === 0 ? null : (
        <Rows>
          {places.map(({ key, face, usualFor, part, chosen }) => (
            <RowButton
              key={key}
              icon={chosen ? 'tick' : 'plug'}
              face={
                <bdi dir="ltr" className={css.face}>
                  {face}
                </bdi>
              }
              chosen={chosen}
              testId={`found-${key}`}
              onPress={() => props.onPlace(part)}
            >
              {usualFor === null ? null : (
                <span className={css.label}>
                  {network
                    ? say('setup.find.usual', { protocol: `\u2066${protocolName(usualFor)}\u2069` })
                    : protocolName(usualFor)}
                </span>
              )}
            </RowButton>
          ))}
        </Rows>
      )}
      <RefusalNote refusal={refusal} />
    </div>
  )
}
