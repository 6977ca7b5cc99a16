import type { ShiftId } from '#shared/kernel/ids.ts'
import { useSend } from '../../api/ask.ts'
import { usePrintJobs } from '../../api/till.tsx'
import { useWords } from '../../i18n/Words.tsx'
import { Button } from '../../widgets/Button.tsx'
import { RefusalNote } from '../../widgets/RefusalNote.tsx'
import { asks } from '../papers/asks.ts'
import { JobAsking } from '../papers/JobAsking.tsx'

const faces = { x: 'papers.x', z: 'papers.z', evening: 'closings.evening' } as const

/**
 * Puts a strip of a shift on paper, in the language of the screen: X while it is open, Z once it is closed, or the day on
 * one strip for the evening.
 */
export function ReportButton(props: { readonly shift: ShiftId; readonly strip: keyof typeof faces }) {
  const { say, language } = useWords()
  const { send, busy, refusal, clear } = useSend()
  const { shift, strip } = props
  const kind = strip === 'evening' ? 'eveningSlip' : 'shiftReport'
  const asking = usePrintJobs().findLast(
    (job) => asks(job) && job.paper.kind === kind && job.paper.shift === shift,
  )
  const print = () => void send({ type: 'printPaper', paper: { kind, shift, language } })
  return (
    <>
      <Button icon="printer" size="large" wide busy={busy} testId={`print-${strip}`} onPress={print}>
        {say(faces[strip])}
      </Button>
      {asking === undefined ? null : <JobAsking job={asking} />}
      <RefusalNote refusal={refusal} onClose={clear} />
    </>
  )
}
