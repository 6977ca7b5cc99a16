import type { PrintJobView } from '#shared/contract/papers.ts'
import { troubleWords } from '#shared/i18n/refusals/trouble-words.ts'
import { useWords } from '../../i18n/Words.tsx'
import { JobAnswer } from './JobAnswer.tsx'
import css from './Jobs.module.css'

/** What is in the way of a job that asks, what to do about it, and its two answers. */
export function JobAsking({ job }: { readonly job: PrintJobView }) {
  const { say, language } = useWords()
  const trouble = job.trouble === null ? null : troubleWords(job.trouble, language)
  return (
    <div className={css.asked}>
      <p>
        {trouble === null ? null : <strong>{trouble.title}. </strong>}
        {say(job.state === 'unknown' ? 'papers.asks.unknown' : 'papers.asks.notStarted')}
      </p>
      <JobAnswer job={job} />
    </div>
  )
}
