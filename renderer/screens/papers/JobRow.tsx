import type { PrintJobState, PrintJobView } from '#shared/contract/papers.ts'
import { paperName } from '../../i18n/paper-name.ts'
import { useWords } from '../../i18n/Words.tsx'
import { whenIn } from '../../i18n/when.ts'
import type { IconName } from '../../widgets/icons.data.ts'
import { StatusDot, type Tone } from '../../widgets/StatusDot.tsx'
import { asks } from './asks.ts'
import { JobAsking } from './JobAsking.tsx'
import css from './Jobs.module.css'

const faces: Readonly<Record<PrintJobState, { readonly tone: Tone; readonly icon: IconName }>> = {
  queued: { tone: 'idle', icon: 'wait' },
  printing: { tone: 'idle', icon: 'printer' },
  done: { tone: 'good', icon: 'tick' },
  notStarted: { tone: 'wait', icon: 'warn' },
  unknown: { tone: 'wait', icon: 'question' },
  left: { tone: 'idle', icon: 'tick' },
}

/** One paper in the queue: what it is, how it stands, why, and what is asked. */
export function JobRow({ job }: { readonly job: PrintJobView }) {
  const { say } = useWords()
  const { tone, icon } = faces[job.state]
  return (
    <li className={css.job} data-testid={`job-${job.id}`} data-state={job.state}>
      <div className={css.what}>
        <h3 className={css.name}>
          {paperName(job.paper, say)}
          {job.copy > 0 ? <span className={css.copy}>{say('papers.copy', { number: job.copy })}</span> : null}
        </h3>
        <p className={css.quiet}>
          <bdi dir="ltr">{whenIn(job.queuedAt)}</bdi>
          {job.printer === '' ? null : (
            <> · {say('papers.onPrinter', { printer: `\u2068${job.printer}\u2069` })}</>
          )}
        </p>
      </div>
      <StatusDot tone={tone} icon={icon}>
        {say(`papers.state.${job.state}`)}
      </StatusDot>
      {asks(job) ? <JobAsking job={job} /> : null}
    </li>
  )
}
