import type { SaleView } from '#shared/checkout/view.ts'
import { useSend } from '../../api/ask.ts'
import { useWords } from '../../i18n/Words.tsx'
import { Button } from '../../widgets/Button.tsx'
import { RefusalNote } from '../../widgets/RefusalNote.tsx'
import css from './CartFoot.module.css'
import type { Work } from './work.ts'

/** How the sale is paid; a sale that came to nothing is only finished, and still gets its ticket. */
export function WaysToPay(props: {
  readonly sale: SaleView
  readonly work: Work
  readonly onWork: (work: Work) => void
}) {
  const { say } = useWords()
  const { send, busy, refusal } = useSend()
  const { sale, work } = props
  if (sale.due === 0) {
    return (
      <>
        <Button
          look="primary"
          size="large"
          wide
          icon="tick"
          testId="finish-free"
          busy={busy}
          onPress={() =>
            // Nothing due takes no tender: the till writes the ticket and none of this.
            void send({ type: 'payOther', tender: 'transfer', amount: null, reference: '0' })
          }
        >
          {say('sell.free.finish')}
        </Button>
        <RefusalNote refusal={refusal} />
      </>
    )
  }
  const way = (kind: 'cash' | 'card', hint: string) => (
    <Button
      look={work === 'tiles' || work === kind ? 'primary' : 'plain'}
      size="large"
      wide
      icon={kind}
      hint={hint}
      testId={`pay-${kind}`}
      isDisabled={kind === 'cash' && !sale.cashAllowed}
      onPress={() => props.onWork(kind)}
    >
      {say(`sell.${kind}`)}
    </Button>
  )
  return (
    <div className={css.ways}>
      {way('cash', 'F4')}
      {way('card', 'F8')}
    </div>
  )
}
