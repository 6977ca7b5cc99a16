import type { LaneView } from '#shared/contract/forwards.ts'
import type { BatchView, SettlementsView } from '#shared/contract/settlements.ts'
import { useAsk } from '../../../api/ask.ts'
import { useInCharge } from '../../../api/in-charge.ts'
import { isCollecting } from '../../../i18n/lane-words.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { Button } from '../../../widgets/Button.tsx'
import { Icon } from '../../../widgets/Icon.tsx'
import { LaneNote } from '../../../widgets/LaneNote.tsx'
import { RefusalNote } from '../../../widgets/RefusalNote.tsx'
import { Part } from '../../../widgets/ScrollPage.tsx'
import css from './Batches.module.css'
import { isEnded, needsYou } from './batch-state.ts'

/** Each way out of the till on which something waits, in words; with none, that nothing does. */
export function Lanes({ view }: { readonly view: SettlementsView }) {
  const { say } = useWords()
  const busy = view.lanes.filter((lane) => !isCollecting(lane) && (lane.waiting > 0 || lane.setAside > 0))
  return (
    <Part title={say('settlements.onItsWay')} testId="lanes">
      {busy.length === 0 ? (
        <p className={css.sent} data-testid="all-sent">
          <Icon name="tick" />
          {say('settlements.allSent')}
        </p>
      ) : (
        busy.map((lane) => <Lane key={lane.destination} lane={lane} batches={view.batches} />)
      )}
    </Part>
  )
}

/** The settlement at the head of a way: asking about it now sends the others after it. */
const headOf = ({ destination }: LaneView, batches: readonly BatchView[]): BatchView | undefined =>
  batches.findLast((batch) => destination === `host/${batch.acquirer}` && !isEnded(batch) && !needsYou(batch))

function Lane({ lane, batches }: { readonly lane: LaneView; readonly batches: readonly BatchView[] }) {
  const { say } = useWords()
  const { ask, busy, refusal, clear } = useAsk()
  const inCharge = useInCharge()
  const head = headOf(lane, batches)
  return (
    <>
      <LaneNote lane={lane}>
        {head === undefined || !inCharge ? null : (
          <Button
            icon="refresh"
            busy={busy}
            testId="try-now"
            onPress={() => void ask((till) => till.settlements.resend({ batch: head.batch }))}
          >
            {say('settlements.tryNow')}
          </Button>
        )}
      </LaneNote>
      <RefusalNote refusal={refusal} onClose={clear} />
    </>
  )
}
