import { useState } from 'react'
import type { DeviceHealth, DeviceView } from '#shared/contract/devices.ts'
import { troubleWords } from '#shared/i18n/refusals/trouble-words.ts'
import { useAsk } from '../../api/ask.ts'
import { deviceName, protocolName } from '../../i18n/device-name.ts'
import { useWords } from '../../i18n/Words.tsx'
import { Button } from '../../widgets/Button.tsx'
import { Icon } from '../../widgets/Icon.tsx'
import type { IconName } from '../../widgets/icons.data.ts'
import { RefusalNote } from '../../widgets/RefusalNote.tsx'
import type { Tone } from '../../widgets/StatusDot.tsx'
import { StatusDot } from '../../widgets/StatusDot.tsx'
import css from './DeviceCard.module.css'
import { Faults } from './Faults.tsx'
import { SetUpButton } from './SetUpButton.tsx'

const tones: Readonly<Record<DeviceHealth, Tone>> = {
  absent: 'idle',
  unknown: 'wait',
  ready: 'good',
  busy: 'wait',
  trouble: 'stop',
}
const faces: Readonly<Record<DeviceView['kind'], IconName>> = {
  terminal: 'terminal',
  printer: 'printer',
  scanner: 'scan',
}

/** One device: state in words, where it is, what to try, and practice faults where it is simulated. */
export function DeviceCard(props: {
  readonly device: DeviceView
  readonly inCharge: boolean
  /** `null`: there is nothing to set up. */
  readonly onConfigure: (() => void) | null
}) {
  const { say, language } = useWords()
  const { ask, busy, refusal, clear } = useAsk()
  const [answer, setAnswer] = useState<string | null>(null)
  const { device } = props
  const trouble = device.trouble === null ? null : troubleWords(device.trouble, language)
  const check = async () => {
    setAnswer(null)
    const said = await ask((till) => till.devices.check({ id: device.id }))
    if (!said.ok) return
    const { text } = said.value
    setAnswer(
      text === '' ? say('devices.check.well') : say('devices.check.answer', { text: `\u2068${text}\u2069` }),
    )
  }
  const testPrint = async () => {
    setAnswer(null)
    if ((await ask((till) => till.devices.testPrint())).ok) setAnswer(say('devices.testPrint.sent'))
  }
  return (
    <section className={css.card} data-testid={`device-${device.id}`} data-health={device.health}>
      <header className={css.head}>
        <span className={css.face} data-tone={tones[device.health]}>
          <Icon name={faces[device.kind]} size={32} />
        </span>
        <div className={css.title}>
          <h2 className={css.name}>
            <bdi>{deviceName(device, say)}</bdi>
          </h2>
          <p className={css.quiet}>{say(`devices.kind.${device.kind}`)}</p>
        </div>
        <StatusDot tone={tones[device.health]} icon={faces[device.kind]}>
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
      <dl className={css.facts}>
        <dt>{say('devices.place')}</dt>
        <dd>{device.simulated ? say('devices.simulated') : <bdi dir="ltr">{device.place}</bdi>}</dd>
        <dt>{say('devices.protocol')}</dt>
        <dd>
          <bdi dir="ltr">{protocolName(device.protocol)}</bdi>
        </dd>
      </dl>
      <div className={css.buttons}>
        <div className={css.one}>
          <Button icon="refresh" wide busy={busy} onPress={() => void check()} testId={`check-${device.id}`}>
            {say('devices.check')}
          </Button>
        </div>
        {device.kind === 'printer' ? (
          <div className={css.one}>
            <Button icon="printer" wide busy={busy} onPress={() => void testPrint()} testId="test-print">
              {say('devices.testPrint')}
            </Button>
          </div>
        ) : null}
        {props.onConfigure === null ? null : (
          <SetUpButton kind={device.kind} inCharge={props.inCharge} onConfigure={props.onConfigure} />
        )}
      </div>
      <p role="status" className={css.answer}>
        {answer === null ? null : (
          <>
            <Icon name="tick" size={20} /> {answer}
          </>
        )}
      </p>
      <RefusalNote refusal={refusal} onClose={clear} />
      {device.simulated && device.kind !== 'scanner' ? <Faults kind={device.kind} /> : null}
    </section>
  )
}
