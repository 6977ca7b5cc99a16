import { useWords } from '../../i18n/Words.tsx'
import { Button } from '../../widgets/Button.tsx'
import css from './DeviceCard.module.css'

/** Leads to the form; a cashier sees it and reads who may press it. */
export function SetUpButton(props: {
  readonly kind: string
  readonly inCharge: boolean
  readonly onConfigure: () => void
}) {
  const { say } = useWords()
  return (
    <div className={css.one}>
      <Button
        wide
        isDisabled={!props.inCharge}
        onPress={props.onConfigure}
        testId={`configure-${props.kind}`}
      >
        {say('devices.configure')}
      </Button>
      {props.inCharge ? null : <p className={css.quiet}>{say('devices.configure.managers')}</p>}
    </div>
  )
}
