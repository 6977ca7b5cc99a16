import type { PrintJobView } from '#shared/contract/papers.ts'
import { useSend } from '../../api/ask.ts'
import { useWords } from '../../i18n/Words.tsx'
import { Button } from '../../widgets/Button.tsx'
import { RefusalNote } from '../../widgets/RefusalNote.tsx'
import css from './Jobs.module.css'

/** The two answers to a job that asks: once more, or let it be. */
export function JobAnswer({ job }: { readonly job: PrintJobView }) {
  const { say } = useWords()
  const { send, busy, refusal, clear } = useSend()
  const answer = (word: 'again' | 'leave') => () =>
    void send({ type: 'answerPrint', job: job.id, answer: word })
  return (
    <div className={css.answer}>
      <div className={css.answers}>
        <Button icon="printer" busy={busy} testId={`again-${job.id}`} onPress={answer('again')}>
          {say('papers.again')}
        </Button>
        <Button look="quiet" icon="tick" busy={busy} testId={`leave-${job.id}`} onPress={answer('leave')}>
          {say(job.state === 'unknown' ? 'papers.keep' : 'papers.drop')}
        </Button>
      </div>
      <RefusalNote refusal={refusal} onClose={clear} />
    </div>
  )
}
