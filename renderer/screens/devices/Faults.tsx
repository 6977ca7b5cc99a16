import { useEffect, useState } from 'react'
import type { PaperFault, TerminalFault } from '#shared/contract/devices.ts'
import { printerFaults, terminalFaults } from '#shared/contract/devices.ts'
import { useAsk } from '../../api/ask.ts'
import { useCounter } from '../../api/till.tsx'
import { useWords } from '../../i18n/Words.tsx'
import { Choice } from '../../widgets/Choice.tsx'
import { RefusalNote } from '../../widgets/RefusalNote.tsx'
import css from './Faults.module.css'

/** What a simulated device shall do wrong, to practise. */
export function Faults({ id, kind }: { readonly id: string; readonly kind: 'terminal' | 'printer' }) {
  return kind === 'terminal' ? <TerminalFaults /> : <PrinterFaults id={id} />
}

function TerminalFaults() {
  const { say } = useWords()
  const { ask, busy, refusal } = useAsk()
  const [fault, setFault] = useState<TerminalFault>('none')
  const charging = useCounter()?.phase === 'charging'
  // A fault holds for one charge: once that has begun, the next one is well again.
  useEffect(() => {
    if (charging) setFault('none')
  }, [charging])
  const choose = async (next: TerminalFault) => {
    if ((await ask((till) => till.devices.setTerminalFault({ fault: next }))).ok) setFault(next)
  }
  return (
    <div className={css.faults}>
      <h3 className={css.title}>{say('devices.faults.terminal')}</h3>
      <p className={css.body}>{say('devices.faults.terminal.body')}</p>
      <Choice
        look="pills"
        label={say('devices.faults.terminal')}
        chosen={fault}
        isDisabled={busy}
        onChoose={(next) => void choose(next)}
        options={terminalFaults.map((key) => ({
          key,
          face: say(`devices.fault.${key}`),
          testId: `fault-${key}`,
        }))}
      />
      <RefusalNote refusal={refusal} />
    </div>
  )
}

function PrinterFaults({ id }: { readonly id: string }) {
  const { say } = useWords()
  const { ask, busy, refusal } = useAsk()
  const [fault, setFault] = useState<PaperFault>('none')
  const choose = async (next: PaperFault) => {
    if ((await ask((till) => till.devices.setPrinterFault({ id, fault: next }))).ok) setFault(next)
  }
  return (
    <div className={css.faults}>
      <h3 className={css.title}>{say('devices.faults.printer')}</h3>
      <p className={css.body}>{say('devices.faults.printer.body')}</p>
      <Choice
        look="pills"
        label={say('devices.faults.printer')}
        chosen={fault}
        isDisabled={busy}
        onChoose={(next) => void choose(next)}
        options={printerFaults.map((key) => ({
          key,
          face: say(`devices.fault.${key}`),
          testId: key === 'none' ? 'fault-printer-none' : `fault-${key}`,
        }))}
      />
      <RefusalNote refusal={refusal} />
    </div>
  )
}
