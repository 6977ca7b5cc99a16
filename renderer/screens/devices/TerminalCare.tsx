import { useState } from 'react'
import type { DeviceView } from '#shared/contract/devices.ts'
import { useAsk } from '../../api/ask.ts'
import { useWords } from '../../i18n/Words.tsx'
import { Button } from '../../widgets/Button.tsx'
import { DoneNote } from '../../widgets/DoneNote.tsx'
import { RefusalNote } from '../../widgets/RefusalNote.tsx'
import css from './DeviceCard.module.css'
import { TestPayment } from './TestPayment.tsx'
import { servicesOf } from './terminal-services.ts'

/**
 * What a manager does with a terminal beside payments: a test, the end of its day, its parameters, its start
 * screen.
 */
export function TerminalCare(props: { readonly device: DeviceView; readonly inCharge: boolean }) {
  const { say } = useWords()
  const { ask, busy, refusal, clear } = useAsk()
  const [answer, setAnswer] = useState('')
  const { device, inCharge } = props
  // What is keyed by hand proves nothing about a line: there is none.
  const byHand = device.capabilities?.byHand ?? false
  const services = inCharge ? servicesOf(device) : []
  const serve = async (action: 'settle' | 'reference' | 'reset') => {
    setAnswer('')
    const said = await ask((till) => till.devices.service({ id: device.id, action }))
    if (!said.ok) return
    const { text } = said.value
    setAnswer(
      text === '' ? say('care.service.done') : say('care.service.said', { text: `\u2068${text}\u2069` }),
    )
  }
  if (byHand && services.length === 0) return null
  return (
    <div className={css.care}>
      {byHand ? null : <TestPayment inCharge={inCharge} />}
      {services.length === 0 ? null : (
        <>
          <h3 className={css.what}>{say('care.service')}</h3>
          <div className={css.buttons}>
            {services.map((action) => (
              <Button
                key={action}
                wide
                busy={busy}
                testId={`service-${action}`}
                onPress={() => void serve(action)}
              >
                {say(`care.${action}`)}
              </Button>
            ))}
          </div>
          <DoneNote words={answer} testId="service-answer" />
          <RefusalNote refusal={refusal} onClose={clear} />
        </>
      )}
    </div>
  )
}
