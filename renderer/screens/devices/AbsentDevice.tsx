import { useWords } from '../../i18n/Words.tsx'
import { Card } from '../../widgets/Card.tsx'
import { Icon } from '../../widgets/Icon.tsx'
import { StatusDot } from '../../widgets/StatusDot.tsx'
import css from './DeviceCard.module.css'
import { faces } from './DeviceCard.tsx'
import { SetUpButton } from './SetUpButton.tsx'
import type { ConfiguredKind } from './wirings.data.ts'

/** No such device: a state, with what the till does without it. */
export function AbsentDevice(props: {
  readonly kind: ConfiguredKind
  readonly inCharge: boolean
  readonly onConfigure: () => void
}) {
  const { say } = useWords()
  return (
    <Card roomy data-testid={`device-absent-${props.kind}`}>
      <header className={css.head}>
        <span className={css.face} data-tone="idle">
          <Icon name={faces[props.kind]} size={32} />
        </span>
        <div className={css.title}>
          <h2 className={css.name}>{say(`devices.kind.${props.kind}`)}</h2>
        </div>
        <StatusDot tone="idle" icon={faces[props.kind]}>
          {say('app.health.absent')}
        </StatusDot>
      </header>
      <p className={css.quiet}>{say(`devices.absent.${props.kind}`)}</p>
      <SetUpButton {...props} />
    </Card>
  )
}
