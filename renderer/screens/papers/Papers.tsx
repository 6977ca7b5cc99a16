import { useState } from 'react'
import type { PrintJobView } from '#shared/contract/papers.ts'
import { usePrintJobs } from '../../api/till.tsx'
import { Frame, PageTitle } from '../../app/Frame.tsx'
import { useWords } from '../../i18n/Words.tsx'
import { Button } from '../../widgets/Button.tsx'
import { EmptyState } from '../../widgets/EmptyState.tsx'
import { asks } from './asks.ts'
import { JobRow } from './JobRow.tsx'
import css from './Jobs.module.css'
import { Labels } from './Labels.tsx'

/** The print queue as a person needs it: what waits for their answer first, then what is on its way and what was. */
export function Papers() {
  const { say } = useWords()
  const jobs = usePrintJobs()
  const [labelling, setLabelling] = useState(false)
  const asking = jobs.filter(asks)
  const others = jobs.filter((job) => !asks(job)).toReversed()
  return (
    <Frame middle={<PageTitle>{say('papers.title')}</PageTitle>}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a page that scrolls must be reachable by keyboard */}
      <div className={css.page} tabIndex={0}>
        <div className={css.tools}>
          <Button icon="price" testId="labels-open" onPress={() => setLabelling(true)}>
            {say('papers.labels.title')}
          </Button>
        </div>
        {asking.length === 0 ? (
          <EmptyState icon="printer" title={say('papers.none.title')} body={say('papers.none.body')} />
        ) : (
          <Jobs title={say('papers.asks')} jobs={asking} />
        )}
        {others.length === 0 ? null : <Jobs title={say('papers.lately')} jobs={others} />}
      </div>
      {labelling ? <Labels onClose={() => setLabelling(false)} /> : null}
    </Frame>
  )
}

function Jobs({ title, jobs }: { readonly title: string; readonly jobs: readonly PrintJobView[] }) {
  return (
    <section className={css.jobs}>
      <h2 className={css.title}>{title}</h2>
      <ul className={css.list}>
        {jobs.map((job) => (
          <JobRow key={job.id} job={job} />
        ))}
      </ul>
    </section>
  )
}
