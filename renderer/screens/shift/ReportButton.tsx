import type { ShiftId } from '#shared/kernel/ids.ts'
import { useSend } from '../../api/ask.ts'
import { usePrintJobs } from '../../api/till.tsx'
import { useWords } from '../../i18n/Words.tsx'
import { Button } from '../../widgets/Button.tsx'
import { RefusalNote } from '../../widgets/RefusalNote.tsx'
import { asks } from '../papers/asks.ts'
import { JobAsking } from '../papers/JobAsking.tsx'

/** Puts the strip of a shift on paper, in the language of the screen: X while it is open, Z once it is closed. */
export function ReportButton(props: { readonly shift: ShiftId; readonly strip: 'x' | 'z' }) {
  const { say, language } = useWords()
  const { send, busy, refusal, clear } = useSend()
  const asking = usePrintJobs().findLast(
    (job) => asks(job) && job.paper.kind === 'shiftReport' && job.paper.shift === props.shift,
  )
  const print = () =>
    void send({ type: 'printPaper', paper: { kind: 'shiftReport', shift: props.shift, language } })
  return (
    <>
      <Button icon="printer" size="large" wide busy={busy} testId={`print-${props.strip}`} onPress={print}>
        {say(`papers.${props.strip}`)}
      </Button>
      {asking === undefined ? null : <JobAsking job={asking} />}
      <RefusalNote refusal={refusal} onClose={clear} />
    </>
  )
}
