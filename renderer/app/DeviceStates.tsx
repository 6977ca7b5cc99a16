import type { DeviceHealth, DeviceKind } from '#shared/contract/devices.ts'
import { useDevices, useHouse } from '../api/till.tsx'
import { useWords } from '../i18n/Words.tsx'
import type { Tone } from '../widgets/StatusDot.tsx'
import { StatusDot } from '../widgets/StatusDot.tsx'
import css from './DeviceStates.module.css'
import { goTo } from './pages.ts'

const tones: Readonly<Record<DeviceHealth, Tone>> = {
  absent: 'idle',
  unknown: 'wait',
  ready: 'good',
  busy: 'wait',
  trouble: 'stop',
}

/** Terminal, printer and outbox in words; leads to the devices page. */
export function DeviceStates() {
  const { say } = useWords()
  const devices = useDevices()
  const waiting = useHouse()?.waiting ?? 0
  const health = (kind: DeviceKind): DeviceHealth =>
    devices.find((device) => device.kind === kind)?.health ?? 'absent'
  return (
    <button type="button" className={css.states} data-testid="device-states" onClick={() => goTo('devices')}>
      {(['terminal', 'printer'] as const).map((kind) => (
        <StatusDot key={kind} tone={tones[health(kind)]} icon={kind}>
          <span className={css.kind}>{say(`app.device.${kind}`)}</span> {say(`app.health.${health(kind)}`)}
        </StatusDot>
      ))}
      <StatusDot tone={waiting === 0 ? 'good' : 'wait'} icon="net">
        <span className={css.kind}>{say('app.device.net')}</span> {say('app.waiting', { count: waiting })}
      </StatusDot>
    </button>
  )
}
