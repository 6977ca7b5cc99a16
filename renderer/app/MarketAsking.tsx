import { useHouse, useMarketplace } from '../api/till.tsx'
import { useWords } from '../i18n/Words.tsx'
import { StatusDot } from '../widgets/StatusDot.tsx'
import css from './DeviceStates.module.css'
import { goTo, usePage } from './pages.ts'

/**
 * Online orders that need a person, or else those that wait to be prepared; nothing where there is neither, and on the page it
 * leads to.
 */
export function MarketAsking() {
  const { say } = useWords()
  const page = usePage()
  const tasks = useHouse()?.marketTasks ?? 0
  const open = useMarketplace()?.open.length ?? 0
  if (page === 'marketplace' || (tasks === 0 && open === 0)) return null
  return (
    <button
      type="button"
      className={css.states}
      data-testid="market-asking"
      data-tasks={tasks}
      onClick={() => goTo('marketplace')}
    >
      <StatusDot tone={tasks > 0 ? 'wait' : 'idle'} icon={tasks > 0 ? 'question' : 'globe'}>
        <span className={css.orders}>
          {tasks > 0 ? say('market.bar.tasks', { count: tasks }) : say('market.bar.open', { count: open })}
        </span>
      </StatusDot>
    </button>
  )
}
