import type { DeviceHealth, DeviceKind } from '#shared/contract/devices.ts'
import { useDevices } from '../api/till.tsx'
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

/** Terminal and printer in words; leads to the devices page. */
export function DeviceStates() {
  const { say } = useWords()
  const devices = useDevices()
  const health = (kind: DeviceKind): DeviceHealth =>
    devices.find((device) => device.kind === kind)?.health ?? 'absent'
  return (
    <button type="button" className={css.states} data-testid="device-states" onClick={() => goTo('devices')}>
      {(['terminal', 'printer'] as const).map((kind) => (
        <StatusDot key={kind} tone={tones[health(kind)]} icon={kind}>
          <span className={css.kind}>{say(`app.device.${kind}`)}</span> {say(`app.health.${health(kind)}`)}
        </StatusDot>
      ))}
    </button>
  )
}
