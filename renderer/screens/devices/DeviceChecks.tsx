import { useState } from 'react'
import type { DeviceView, TestPage } from '#shared/contract/devices.ts'
import { useAsk } from '../../api/ask.ts'
import { useWords } from '../../i18n/Words.tsx'
import { Button } from '../../widgets/Button.tsx'
import { DoneNote } from '../../widgets/DoneNote.tsx'
import { RefusalNote } from '../../widgets/RefusalNote.tsx'
import { answered } from './answered.ts'
import css from './DeviceCard.module.css'
import { SetUpButton } from './SetUpButton.tsx'
import { TraceSheet } from './TraceSheet.tsx'

/** Is it well, does it print, what went over its wire, and where it is set up. */
export function DeviceChecks(props: {
  readonly device: DeviceView
  readonly inCharge: boolean
  readonly onConfigure: () => void
}) {
  const { say } = useWords()
  const { ask, busy, refusal, clear } = useAsk()
  const [answer, setAnswer] = useState('')
  const [tracing, setTracing] = useState(false)
  const { device } = props
  const wired = !(device.capabilities?.byHand ?? false)
  const check = async () => {
    setAnswer('')
    const said = await ask((till) => till.devices.check({ id: device.id }))
    if (!said.ok) return
    setAnswer(answered(device.protocol, said.value.text, say))
  }
  const testPrint = async (page: TestPage) => {
    setAnswer('')
    if ((await ask((till) => till.devices.testPrint({ id: device.id, page }))).ok)
      setAnswer(say('devices.testPrint.sent'))
  }
  return (
    <>
      <div className={css.buttons}>
        {wired ? (
          <div className={css.one}>
            <Button
              icon="refresh"
              wide
              busy={busy}
              onPress={() => void check()}
              testId={`check-${device.id}`}
            >
              {say('devices.check')}
            </Button>
          </div>
        ) : null}
        {device.kind === 'printer' ? (
          <div className={css.one}>
            <Button
              icon="printer"
              wide
              busy={busy}
              onPress={() => void testPrint('testPage')}
              testId="test-print"
            >
              {say('devices.testPrint')}
            </Button>
          </div>
        ) : null}
        {device.protocol === 'escpos' && !device.simulated && props.inCharge ? (
          <div className={css.one}>
            <Button
              icon="list"
              wide
              busy={busy}
              onPress={() => void testPrint('codePages')}
              testId="code-pages"
            >
              {say('devices.codePages')}
            </Button>
          </div>
        ) : null}
        {wired && props.inCharge ? (
          <div className={css.one}>
            <Button icon="list" wide onPress={() => setTracing(true)} testId={`trace-${device.kind}`}>
              {say('care.trace')}
            </Button>
          </div>
        ) : null}
        <SetUpButton kind={device.kind} inCharge={props.inCharge} onConfigure={props.onConfigure} />
      </div>
      <DoneNote words={answer} />
      <RefusalNote refusal={refusal} onClose={clear} />
      {tracing ? <TraceSheet device={device} onClose={() => setTracing(false)} /> : null}
    </>
  )
}
