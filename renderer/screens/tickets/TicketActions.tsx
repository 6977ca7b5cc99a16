import { useState } from 'react'
import type { CheckoutView } from '#shared/checkout/view.ts'
import type { TicketDetail } from '#shared/contract/contract.ts'
import type { WordKey } from '#shared/i18n/screens/words.ts'
import { useSend } from '../../api/ask.ts'
import { useCounter, useDevices } from '../../api/till.tsx'
import { useWords } from '../../i18n/Words.tsx'
import { Buttons, ExplainedButton } from '../../widgets/ExplainedButton.tsx'
import { Icon } from '../../widgets/Icon.tsx'
import { RefusalNote } from '../../widgets/RefusalNote.tsx'
import { NotGivenBack } from './NotGivenBack.tsx'
import { Refund } from './Refund.tsx'
import { refundLines } from './refund-lines.ts'
import css from './TicketActions.module.css'
import { VoidDialog } from './VoidDialog.tsx'

/** Why money cannot be given back now; `null`: it can. The till judges again when asked. */
function refundStopped(detail: TicketDetail, view: CheckoutView | null): WordKey | null {
  if (detail.ticket.kind === 'refund') return 'tickets.refund.isRefund'
  if (refundLines(detail).every(({ left }) => left <= 0)) return 'tickets.refund.all'
  if (view === null || view.phase === 'closed') return 'tickets.refund.closed'
  return view.phase === 'idle' ? null : 'tickets.refund.saleOpen'
}

/** Print again, give back, undo; each button says beside it why it cannot. */
export function TicketActions({ detail }: { readonly detail: TicketDetail }) {
  const { say } = useWords()
  const { send, busy, refusal, clear } = useSend()
  const view = useCounter()
  const printer = useDevices().find((device) => device.kind === 'printer')
  const [sent, setSent] = useState(false)
  const [refunding, setRefunding] = useState(false)
  const [given, setGiven] = useState<number | null>(null)
  const [undoing, setUndoing] = useState(false)
  const { number } = detail.ticket
  // On a card it was given back while another screen stood here; the refund itself says that it is done.
  const done = view?.done ?? null
  const givenNow = given ?? (done?.kind === 'refund' && done.ticket === number ? number : null)
  const noPrinter = printer === undefined || printer.health === 'absent'
  const stopped = refundStopped(detail, view)
  const reprint = async () => {
    setGiven(null)
    setSent(false)
    setSent((await send({ type: 'reprint', ticket: number })).ok)
  }
  return (
    <div className={css.actions}>
      <Buttons>
        <ExplainedButton
          icon="printer"
          words={say('tickets.reprint')}
          why={noPrinter ? say('tickets.reprint.noPrinter') : null}
          stopped={noPrinter}
          busy={busy}
          testId="reprint"
          onPress={() => void reprint()}
        />
        <ExplainedButton
          icon="cash"
          words={say('tickets.refund')}
          why={stopped === null ? null : say(stopped)}
          stopped={stopped !== null}
          testId="refund"
          onPress={() => {
            clear()
            setGiven(null)
            setRefunding(true)
          }}
        />
        {detail.voidable ? (
          <ExplainedButton
            icon="undo"
            words={say('tickets.void')}
            why={say(stopped ?? 'tickets.void.hint')}
            stopped={stopped !== null}
            testId="void"
            onPress={() => setUndoing(true)}
          />
        ) : null}
      </Buttons>
      <NotGivenBack view={view} ticket={number} />
      <p role="status" className={css.done} data-given-back={givenNow}>
        {sent ? (
          <>
            <Icon name="tick" size={20} /> {say('tickets.reprint.sent')}
          </>
        ) : null}
        {givenNow === null ? null : (
          <>
            <Icon name="tick" size={20} /> {say('tickets.refund.done', { number: String(givenNow) })}
          </>
        )}
      </p>
      <RefusalNote refusal={refusal} onClose={clear} />
      {undoing ? <VoidDialog detail={detail} onClose={() => setUndoing(false)} /> : null}
      {refunding ? (
        <Refund
          detail={detail}
          onClose={() => setRefunding(false)}
          onGiven={(ticket) => {
            setRefunding(false)
            setGiven(ticket)
          }}
        />
      ) : null}
    </div>
  )
}
