import { useState } from 'react'
import { useDevices, useHouse } from '../../api/till.tsx'
import { Frame, PageTitle } from '../../app/Frame.tsx'
import { useWords } from '../../i18n/Words.tsx'
import { AbsentDevice } from './AbsentDevice.tsx'
import { Configure } from './Configure.tsx'
import { DeviceCard } from './DeviceCard.tsx'
import css from './Devices.module.css'
import type { ConfiguredKind } from './place-draft.ts'

const kinds = ['terminal', 'printer'] as const

/** The devices of the till: how they are, where they are, and practice faults for the simulated ones. */
export function Devices() {
  const { say } = useWords()
  const devices = useDevices()
  const inCharge = (useHouse()?.unlockedBy?.role ?? 'cashier') !== 'cashier'
  const [setting, setSetting] = useState<ConfiguredKind | null>(null)
  const others = devices.filter((device) => device.kind === 'scanner')
  return (
    <Frame middle={<PageTitle>{say('app.devices')}</PageTitle>}>
      <div className={css.page}>
        <div className={css.cards}>
          {kinds.map((kind) => {
            const device = devices.find((each) => each.kind === kind)
            const configure = { inCharge, onConfigure: () => setSetting(kind) }
            return device === undefined || device.health === 'absent' ? (
              <AbsentDevice key={kind} kind={kind} {...configure} />
            ) : (
              <DeviceCard key={kind} device={device} {...configure} />
            )
          })}
          {others.map((device) => (
            <DeviceCard key={device.id} device={device} inCharge={false} onConfigure={null} />
          ))}
        </div>
      </div>
      {setting === null ? null : <Configure kind={setting} onEnd={() => setSetting(null)} />}
    </Frame>
  )
}
