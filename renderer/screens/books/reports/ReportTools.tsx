import { useState } from 'react'
import type { Report, ReportShift } from '#shared/books/reports/report.ts'
import { useSend } from '../../../api/ask.ts'
import { usePrintJobs } from '../../../api/till.tsx'
import { useWords } from '../../../i18n/Words.tsx'
import { Button } from '../../../widgets/Button.tsx'
import { DoneNote } from '../../../widgets/DoneNote.tsx'
import { RefusalNote } from '../../../widgets/RefusalNote.tsx'
import { asks } from '../../papers/asks.ts'
import { JobAsking } from '../../papers/JobAsking.tsx'
import css from './ReportTools.module.css'

/** What can be put on paper: this page, and of a day the slip of each evening. */
export function ReportTools({ report }: { readonly report: Report }) {
  const { say } = useWords()
  const { shifts } = report
  return (
    <div className={css.tools}>
      <div className={css.buttons}>
        <Button icon="printer" testId="report-print" onPress={() => window.print()}>
          {say('reports.print')}
        </Button>
        {shifts.map((shift) => (
          <EveningSlip key={shift.shiftId} shift={shift} alone={shifts.length === 1} />
        ))}
      </div>
    </div>
  )
}

function EveningSlip({ shift, alone }: { readonly shift: ReportShift; readonly alone: boolean }) {
  const { say, language } = useWords()
  const { send, busy, refusal, clear } = useSend()
  const [told, setTold] = useState('')
  const asking = usePrintJobs().findLast(
    (job) => asks(job) && job.paper.kind === 'eveningSlip' && job.paper.shift === shift.shiftId,
  )
  const print = async () => {
    setTold('')
    const paper = { kind: 'eveningSlip', shift: shift.shiftId, language } as const
    if ((await send({ type: 'printPaper', paper })).ok) setTold(say('reports.slip.sent'))
  }
  return (
    <div className={css.slip}>
      <Button icon="list" busy={busy} testId="evening-slip" onPress={() => void print()}>
        {alone ? say('reports.slip') : say('reports.slip.of', { cashier: `\u2068${shift.cashier}\u2069` })}
      </Button>
      <DoneNote words={told} />
      {asking === undefined ? null : <JobAsking job={asking} />}
      <RefusalNote refusal={refusal} onClose={clear} />
    </div>
  )
}
