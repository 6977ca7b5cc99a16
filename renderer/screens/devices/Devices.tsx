import { useState } from 'react'
import type { DeviceRead } from '#shared/contract/devices.ts'
import { useDevices, useHouse } from '../../api/till.tsx'
import { Frame, PageTitle } from '../../app/Frame.tsx'
import { useWords } from '../../i18n/Words.tsx'
import { useReads } from '../../input/reads.ts'
import { AbsentDevice } from './AbsentDevice.tsx'
import { Configure } from './Configure.tsx'
import { DeviceCard } from './DeviceCard.tsx'
import css from './Devices.module.css'
import { MerchantQr } from './MerchantQr.tsx'
import type { ConfiguredKind } from './wirings.data.ts'

/** Two columns: what takes money, and what is beside it. */
const columns: readonly (readonly ConfiguredKind[])[] = [['terminal'], ['printer', 'reader', 'scanner']]

/** The devices of the till: how they are, where they are, and practice faults for the simulated ones. */
export function Devices() {
  const { say } = useWords()
  const devices = useDevices()
  const inCharge = (useHouse()?.unlockedBy?.role ?? 'cashier') !== 'cashier'
  const [read, setRead] = useState<DeviceRead | null>(null)
  useReads(setRead)
  const [setting, setSetting] = useState<ConfiguredKind | null>(null)
  const cardOf = (kind: ConfiguredKind) => {
    const device = devices.find((each) => each.kind === kind)
    const configure = { inCharge, onConfigure: () => setSetting(kind) }
    return device === undefined || device.health === 'absent' ? (
      <AbsentDevice key={kind} kind={kind} {...configure} />
    ) : (
      <DeviceCard key={kind} device={device} read={read} {...configure} />
    )
  }
  return (
    <Frame middle={<PageTitle>{say('app.devices')}</PageTitle>}>
      <div className={css.page}>
        <div className={css.columns}>
          {columns.map((kinds) => (
            <div key={kinds[0]} className={css.column}>
              {kinds.map(cardOf)}
              {kinds.includes('terminal') ? <MerchantQr inCharge={inCharge} /> : null}
            </div>
          ))}
        </div>
      </div>
      {setting === null ? null : <Configure kind={setting} onEnd={() => setSetting(null)} />}
    </Frame>
  )
}
