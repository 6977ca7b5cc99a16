import { Fragment, useState } from 'react'
import type { DeviceRead } from '#shared/contract/devices.ts'
import { useDevices, useHouse } from '../../api/till.tsx'
import { Frame, PageTitle } from '../../app/Frame.tsx'
import { useWords } from '../../i18n/Words.tsx'
import { useReads } from '../../input/reads.ts'
import { Button } from '../../widgets/Button.tsx'
import { AbsentDevice } from './AbsentDevice.tsx'
import { Configure } from './Configure.tsx'
import { DeviceCard } from './DeviceCard.tsx'
import css from './Devices.module.css'
import { MerchantQr } from './MerchantQr.tsx'
import type { ConfiguredKind } from './wirings.data.ts'

/** Two columns: what takes money, and what is beside it. */
const columns: readonly (readonly ConfiguredKind[])[] = [['terminal'], ['printer', 'reader', 'scanner']]

/** Printers beside the main one. */
const mostOthers = 4

/** The devices of the till: how they are, where they are, and practice faults for the simulated ones. */
export function Devices() {
  const { say } = useWords()
  const devices = useDevices()
  const inCharge = (useHouse()?.unlockedBy?.role ?? 'cashier') !== 'cashier'
  const [read, setRead] = useState<DeviceRead | null>(null)
  useReads(setRead)
  const [setting, setSetting] = useState<{ readonly kind: ConfiguredKind; readonly seat: number } | null>(
    null,
  )
  const cardsOf = (kind: ConfiguredKind) => {
    const mine = devices.filter((each) => each.kind === kind)
    const configure = (seat: number) => ({ inCharge, onConfigure: () => setSetting({ kind, seat }) })
    if (mine.length === 0) return <AbsentDevice key={kind} kind={kind} {...configure(0)} />
    return mine.map((device, seat) =>
      device.health === 'absent' ? (
        <AbsentDevice key={kind} kind={kind} {...configure(seat)} />
      ) : (
        <DeviceCard key={device.id} device={device} read={read} {...configure(seat)} />
      ),
    )
  }
  const printers = devices.filter(({ kind }) => kind === 'printer')
  return (
    <Frame middle={<PageTitle>{say('app.devices')}</PageTitle>}>
      <div className={css.page}>
        <div className={css.columns}>
          {columns.map((kinds) => (
            <div key={kinds[0]} className={css.column}>
              {kinds.map((kind) => (
                <Fragment key={kind}>
                  {cardsOf(kind)}
                  {kind === 'printer' && inCharge && printers.length <= mostOthers ? (
                    <Button
                      icon="plus"
                      testId="add-printer"
                      onPress={() => setSetting({ kind, seat: Math.max(1, printers.length) })}
                    >
                      {say('devices.printer.add')}
                    </Button>
                  ) : null}
                </Fragment>
              ))}
              {kinds.includes('terminal') ? <MerchantQr inCharge={inCharge} /> : null}
            </div>
          ))}
        </div>
      </div>
      {setting === null ? null : <Configure {...setting} onEnd={() => setSetting(null)} />}
    </Frame>
  )
}
