import type { Seq } from '#shared/kernel/ids.ts'
import { useSend } from '../../../api/ask.ts'
import { usePrintJobs } from '../../../api/till.tsx'
import { useWords } from '../../../i18n/Words.tsx'
import { Button } from '../../../widgets/Button.tsx'
import { RefusalNote } from '../../../widgets/RefusalNote.tsx'
import { asks } from '../../papers/asks.ts'
import { JobAsking } from '../../papers/JobAsking.tsx'

/** The closing of a month or a year on paper, in the language of the screen. */
export function PrintClosing({ seq }: { readonly seq: Seq }) {
  const { say, language } = useWords()
  const { send, busy, refusal, clear } = useSend()
  const asking = usePrintJobs().findLast(
    (job) => asks(job) && job.paper.kind === 'periodReport' && job.paper.closing === seq,
  )
  const print = () =>
    void send({ type: 'printPaper', paper: { kind: 'periodReport', closing: seq, language } })
  return (
    <>
      <Button icon="printer" size="large" wide busy={busy} testId="print-closing" onPress={print}>
        {say('closings.print')}
      </Button>
      {asking === undefined ? null : <JobAsking job={asking} />}
      <RefusalNote refusal={refusal} onClose={clear} />
    </>
  )
}
