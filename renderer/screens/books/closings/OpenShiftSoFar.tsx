import { useState } from 'react'
import type { Reading } from '#shared/contract/books/closings-door.ts'
import { useAsk } from '../../../api/ask.ts'
import { useCounter } from '../../../api/till.tsx'
import { useWords } from '../../../i18n/Words.tsx'
import { Button } from '../../../widgets/Button.tsx'
import { RefusalNote } from '../../../widgets/RefusalNote.tsx'
import { Part } from '../../../widgets/ScrollPage.tsx'
import { ReportButton } from '../../shift/ReportButton.tsx'
import { ClosingFiguresView } from './ClosingFiguresView.tsx'
import css from './Closings.module.css'

/** The open shift so far (X): a reading, nothing is reset. Only when asked: who counts after it would not count blind. */
export function OpenShiftSoFar() {
  const { say } = useWords()
  const { ask, busy, refusal, clear } = useAsk()
  const isOpen = (useCounter()?.shift ?? null) !== null
  const [reading, setReading] = useState<Reading | null>(null)
  const look = async () => {
    const said = await ask((till) => till.closings.reading())
    if (said.ok) setReading(said.value)
  }
  return (
    <Part
      title={say('closings.now.title')}
      testId="closings-now"
      tools={
        isOpen ? (
          <Button busy={busy} testId="reading-show" onPress={() => void look()}>
            {say('closings.now.show')}
          </Button>
        ) : null
      }
    >
      {isOpen ? null : <p className={css.quiet}>{say('closings.now.none')}</p>}
      <RefusalNote refusal={refusal} onClose={clear} />
      {reading === null || !isOpen ? null : (
        <>
          <ClosingFiguresView
            figures={reading.figures}
            notes={reading.notes}
            terminals={reading.figures.terminals}
            ever={{ grand: reading.grandTotal, absolute: reading.absoluteTotal, restores: 0 }}
            isCounted={false}
          />
          <ReportButton shift={reading.shiftId} strip="x" />
        </>
      )}
    </Part>
  )
}
