import type { DeviceHealth, DeviceRead, DeviceView } from '#shared/contract/devices.ts'
import { troubleWords } from '#shared/i18n/refusals/trouble-words.ts'
import { deviceKind, deviceName, protocolName } from '../../i18n/device-name.ts'
import { useWords } from '../../i18n/Words.tsx'
import { whenIn } from '../../i18n/when.ts'
import { Card } from '../../widgets/Card.tsx'
import { Fact, Facts } from '../../widgets/Facts.tsx'
import { Icon } from '../../widgets/Icon.tsx'
import type { IconName } from '../../widgets/icons.data.ts'
import type { Tone } from '../../widgets/StatusDot.tsx'
import { StatusDot } from '../../widgets/StatusDot.tsx'
import { Abilities } from './Abilities.tsx'
import css from './DeviceCard.module.css'
import { DeviceChecks } from './DeviceChecks.tsx'
import { Faults } from './Faults.tsx'
import { LastReads } from './LastReads.tsx'
import { TerminalCare } from './TerminalCare.tsx'

const tones: Readonly<Record<DeviceHealth, Tone>> = {
  absent: 'idle',
  unknown: 'wait',
  ready: 'good',
  busy: 'wait',
  trouble: 'stop',
}
export const faces: Readonly<Record<DeviceView['kind'], IconName>> = {
  terminal: 'terminal',
  printer: 'printer',
  reader: 'stripe',
  scanner: 'scan',
}

/** One device: state in words, what it can do, what to try, and practice faults where it is simulated. */
export function DeviceCard(props: {
  readonly device: DeviceView
  readonly inCharge: boolean
  /** What was read last while this page was open. */
  readonly read: DeviceRead | null
  readonly onConfigure: () => void
}) {
  const { say, language } = useWords()
  const { device, inCharge } = props
  const { capabilities: can, lastError, kind } = device
  const trouble = device.trouble === null ? null : troubleWords(device.trouble, language)
  const byHand = can?.byHand ?? false
  return (
    <Card roomy data-testid={`device-${device.id}`} data-kind={kind} data-health={device.health}>
      <header className={css.head}>
        <span className={css.face} data-tone={tones[device.health]}>
          <Icon name={faces[kind]} size={32} />
        </span>
        <div className={css.title}>
          <h2 className={css.name}>
            <bdi>{deviceName(device, say)}</bdi>
          </h2>
          <p className={css.quiet}>{deviceKind(device, say)}</p>
        </div>
        <StatusDot tone={tones[device.health]} icon={faces[kind]}>
          {say(`app.health.${device.health}`)}
        </StatusDot>
      </header>
      {trouble === null ? null : (
        <div className={css.trouble} role="status">
          <Icon name="warn" />
          <div>
            <p className={css.what}>{trouble.title}</p>
            <p>{trouble.next}</p>
          </div>
        </div>
      )}
      <Facts>
        <Fact name={say('devices.place')}>
          {device.simulated ? (
            say('devices.simulated')
          ) : byHand ? (
            say('devices.via.hand')
          ) : (
            <bdi dir="ltr">{device.place}</bdi>
          )}
        </Fact>
        {byHand || kind === 'scanner' ? null : (
          <Fact name={say('devices.protocol')}>
            <bdi dir="ltr">{protocolName(device.protocol)}</bdi>
          </Fact>
        )}
        {can === undefined ? null : (
          <Fact name={say('care.can')}>
            <Abilities can={can} />
          </Fact>
        )}
        {lastError === undefined || lastError === null ? null : (
          <Fact name={say('care.lastError')}>
            <span data-testid="last-error">
              {whenIn(lastError.at)} · {troubleWords(lastError.trouble, language).title}
              {lastError.detail === '' ? null : (
                <span className={css.detail}>
                  <bdi dir="ltr">{lastError.detail}</bdi>
                </span>
              )}
            </span>
          </Fact>
        )}
      </Facts>
      <DeviceChecks device={device} inCharge={inCharge} onConfigure={props.onConfigure} />
      {kind === 'terminal' ? <TerminalCare device={device} inCharge={inCharge} /> : null}
      {kind === 'reader' || kind === 'scanner' ? <LastReads kind={kind} read={props.read} /> : null}
      {device.simulated && (kind === 'terminal' || kind === 'printer') ? (
        <Faults id={device.id} kind={kind} />
      ) : null}
    </Card>
  )
}
