import { useState } from 'react'
import { useHouse } from '../../api/till.tsx'
import { useWords } from '../../i18n/Words.tsx'
import { Button } from '../../widgets/Button.tsx'
import { Card } from '../../widgets/Card.tsx'
import { Icon } from '../../widgets/Icon.tsx'
import { StatusDot } from '../../widgets/StatusDot.tsx'
import css from './DeviceCard.module.css'
import { MerchantQrForm } from './MerchantQrForm.tsx'

/** The acquirer's code, by which visitors pay by phone: there, or not yet. */
export function MerchantQr({ inCharge }: { readonly inCharge: boolean }) {
  const { say } = useWords()
  const settings = useHouse()?.settings ?? null
  const [setting, setSetting] = useState(false)
  const set = (settings?.merchantQr ?? null) !== null
  return (
    <Card roomy data-testid="merchant-qr" data-set={set}>
      <header className={css.head}>
        <span className={css.face} data-tone={set ? 'good' : 'idle'}>
          <Icon name="qr" size={32} />
        </span>
        <div className={css.title}>
          <h2 className={css.name}>{say('merchantQr.title')}</h2>
        </div>
        <StatusDot tone={set ? 'good' : 'idle'} icon="qr">
          {say(set ? 'merchantQr.ready' : 'app.health.absent')}
        </StatusDot>
      </header>
      <p className={css.quiet}>{say(set ? 'merchantQr.set' : 'merchantQr.none')}</p>
      <div className={css.one}>
        <Button
          wide
          isDisabled={!inCharge || settings === null}
          testId="configure-merchant-qr"
          onPress={() => setSetting(true)}
        >
          {say('devices.configure')}
        </Button>
        {inCharge ? null : <p className={css.quiet}>{say('merchantQr.managers')}</p>}
      </div>
      {setting && settings !== null ? (
        <MerchantQrForm settings={settings} onEnd={() => setSetting(false)} />
      ) : null}
    </Card>
  )
}
