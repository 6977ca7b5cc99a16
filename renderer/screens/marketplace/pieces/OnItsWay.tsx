import type { LaneView } from '#shared/contract/forwards.ts'
import { useAsk } from '../../../api/ask.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { Button } from '../../../widgets/Button.tsx'
import { DoneNote } from '../../../widgets/DoneNote.tsx'
import { LaneNote } from '../../../widgets/LaneNote.tsx'
import { RefusalNote } from '../../../widgets/RefusalNote.tsx'
import { Part } from '../../../widgets/ScrollPage.tsx'

/** What waits to be told to the marketplace, since when, why, and when it is tried again. */
export function OnItsWay({ lane }: { readonly lane: LaneView | null }) {
  const { say } = useWords()
  const { ask, busy, refusal, clear } = useAsk()
  const waits = lane !== null && (lane.waiting > 0 || lane.setAside > 0)
  return (
    <Part title={say('market.lane')} testId="market-lane">
      {waits ? (
        <LaneNote lane={lane}>
          <Button
            icon="refresh"
            busy={busy}
            testId="try-now"
            onPress={() => void ask((till) => till.marketplace.tryAgain())}
          >
            {say('market.tryNow')}
          </Button>
        </LaneNote>
      ) : (
        <DoneNote words={say('market.lane.none')} testId="all-told" />
      )}
      <RefusalNote refusal={refusal} onClose={clear} />
    </Part>
  )
}
