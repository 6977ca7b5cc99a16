import { usePrintJobs } from '../api/till.tsx'
import { useWords } from '../i18n/Words.tsx'
import { asks } from '../screens/papers/asks.ts'
import { StatusDot } from '../widgets/StatusDot.tsx'
import css from './DeviceStates.module.css'
import { goTo } from './pages.ts'

/** Papers that wait for somebody's answer; nothing where none does. */
export function PapersAsking() {
  const { say } = useWords()
  const count = usePrintJobs().filter(asks).length
  if (count === 0) return null
  return (
    <button type="button" className={css.states} data-testid="papers-asking" onClick={() => goTo('papers')}>
      <StatusDot tone="wait" icon="question">
        <span className={css.asking}>{say('papers.bar', { count })}</span>
      </StatusDot>
    </button>
  )
}
