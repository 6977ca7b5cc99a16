import { useState } from 'react'
import type { MarketConnectionView } from '#shared/contract/marketplace.ts'
import { useAsk } from '../../../api/ask.ts'
import { useInCharge } from '../../../api/in-charge.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { whenIn } from '../../../i18n/when.ts'
import { Button } from '../../../widgets/Button.tsx'
import { DoneNote } from '../../../widgets/DoneNote.tsx'
import { RefusalNote } from '../../../widgets/RefusalNote.tsx'
import css from './Orders.module.css'

/** When the marketplace was last heard, and asking it now. */
export function LookForOrders({ connection }: { readonly connection: MarketConnectionView }) {
  const { say } = useWords()
  const { ask, busy, refusal, clear } = useAsk()
  const inCharge = useInCharge()
  const [told, setTold] = useState(false)
  const look = async () => {
    setTold(false)
    if ((await ask((till) => till.marketplace.askNow())).ok) setTold(true)
  }
  const { heardAt } = connection
  return (
    <div className={css.look}>
      <p className={css.quiet} data-testid="heard">
        {heardAt === null
          ? say('market.orders.unheard')
          : say('market.orders.heard', { when: whenIn(heardAt) })}
      </p>
      {inCharge ? (
        <Button icon="refresh" size="small" busy={busy} testId="ask-now" onPress={() => void look()}>
          {say('market.orders.ask')}
        </Button>
      ) : null}
      <DoneNote words={told ? say('market.orders.asked') : ''} />
      <RefusalNote refusal={refusal} onClose={clear} />
    </div>
  )
}
