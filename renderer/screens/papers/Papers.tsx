import { useState } from 'react'
import type { PrintJobView } from '#shared/contract/papers.ts'
import { useHouse, usePrintJobs } from '../../api/till.tsx'
import { Frame, PageTitle } from '../../app/Frame.tsx'
import { useWords } from '../../i18n/Words.tsx'
import { Button } from '../../widgets/Button.tsx'
import { EmptyState } from '../../widgets/EmptyState.tsx'
import { asks } from './asks.ts'
import { JobRow } from './JobRow.tsx'
import css from './Jobs.module.css'
import { Labels } from './Labels.tsx'
import { PaperSettings } from './PaperSettings.tsx'

/** The print queue as a person needs it: what waits for their answer first, then what is on its way and what was. */
export function Papers() {
  const { say } = useWords()
  const jobs = usePrintJobs()
  const house = useHouse()
  const [open, setOpen] = useState<'labels' | 'settings' | null>(null)
  const inCharge = (house?.unlockedBy?.role ?? 'cashier') !== 'cashier'
  const asking = jobs.filter(asks)
  const others = jobs.filter((job) => !asks(job)).toReversed()
  return (
    <Frame middle={<PageTitle>{say('papers.title')}</PageTitle>}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a page that scrolls must be reachable by keyboard */}
      <div className={css.page} tabIndex={0}>
        <div className={css.tools}>
          <Button icon="price" testId="labels-open" onPress={() => setOpen('labels')}>
            {say('papers.labels.title')}
          </Button>
          {inCharge && house?.settings ? (
            <Button look="quiet" icon="all" testId="paper-settings-open" onPress={() => setOpen('settings')}>
              {say('papers.settings')}
            </Button>
          ) : null}
        </div>
        {asking.length === 0 ? (
          // Of a height of its own: where papers are many, this must not shrink into them.
          <div>
            <EmptyState icon="printer" title={say('papers.none.title')} body={say('papers.none.body')} />
          </div>
        ) : (
          <Jobs title={say('papers.asks')} jobs={asking} />
        )}
        {others.length === 0 ? null : <Jobs title={say('papers.lately')} jobs={others} />}
      </div>
      {open === 'labels' ? <Labels onClose={() => setOpen(null)} /> : null}
      {open === 'settings' && house?.settings ? (
        <PaperSettings settings={house.settings} onClose={() => setOpen(null)} />
      ) : null}
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
