import type { LaneView } from '#shared/contract/forwards.ts'
import { useCounter, useHouse, useSettlements } from '../api/till.tsx'
import { isCollecting, stoppedWords, waitingWords } from '../i18n/lane-words.ts'
import { type Say, useWords } from '../i18n/Words.tsx'
import { needsYou } from '../screens/settlements/batches/batch-state.ts'
import { StatusDot, type Tone } from '../widgets/StatusDot.tsx'
import css from './DeviceStates.module.css'
import { goTo, type Page } from './pages.ts'

interface Told {
  readonly tone: Tone
  /** Whether the words say by themselves what they are about. */
  readonly whole: boolean
  readonly words: string
  /** Where it is shown whole. */
  readonly page: Page
}

const pageOf = ({ destination }: LaneView): Page =>
  destination === 'marketplace' ? 'marketplace' : 'settlements'

/** What of all that leaves the till is most worth saying: never alarming, because waiting is no loss. */
function told(lanes: readonly LaneView[], asking: number, day: string | null, say: Say): Told {
  const page: Page = 'settlements'
  if (asking > 0) return { tone: 'wait', whole: true, words: say('forwards.asks', { count: asking }), page }
  const stopped = lanes.find(({ setAside }) => setAside > 0)
  if (stopped !== undefined)
    return { tone: 'wait', whole: true, words: stoppedWords(stopped, say) ?? '', page: pageOf(stopped) }
  const ways = lanes.filter((lane) => !isCollecting(lane))
  const held = ways.find((lane) => lane.trouble !== null && lane.waiting > 0)
  const first = held ?? ways.find(({ destination, waiting }) => waiting > 0 && destination !== 'marketplace')
  if (first !== undefined)
    return { tone: 'wait', whole: true, words: waitingWords(first, day, say) ?? '', page: pageOf(first) }
  const collected = lanes.find(isCollecting)?.waiting ?? 0
  if (collected > 0)
    return { tone: 'idle', whole: false, words: say('forwards.collected', { count: collected }), page }
  const waiting = ways.find((lane) => lane.waiting > 0)?.waiting ?? 0
  return {
    tone: waiting === 0 ? 'good' : 'idle',
    whole: false,
    words: say('app.waiting', { count: waiting }),
    page,
  }
}

/** What is on its way out of the till, in words; leads to the page that shows it. */
export function NetState() {
  const { say } = useWords()
  const lanes = useHouse()?.lanes ?? []
  const day = useCounter()?.shift?.businessDay ?? null
  const asking = useSettlements()?.batches.filter(needsYou).length ?? 0
  const { tone, whole, words, page } = told(lanes, asking, day, say)
  return (
    <button
      type="button"
      className={whole ? `${css.states} ${css.sentence}` : css.states}
      data-testid="net-state"
      data-tone={tone}
      onClick={() => goTo(page)}
    >
      <StatusDot tone={tone} icon="net">
        <span className={css.net}>
          <span className={whole ? 'spoken' : css.kind}>{say('app.device.net')}</span> {words}
        </span>
      </StatusDot>
    </button>
  )
}
