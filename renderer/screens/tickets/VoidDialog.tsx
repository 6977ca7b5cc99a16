import type { TicketDetail } from '#shared/contract/contract.ts'
import { useSend } from '../../api/ask.ts'
import { useWords } from '../../i18n/Words.tsx'
import { Button } from '../../widgets/Button.tsx'
import { Dialog } from '../../widgets/Dialog.tsx'
import { RefusalNote } from '../../widgets/RefusalNote.tsx'

/** Undoing a card payment takes the whole ticket back, so it is asked once. */
export function VoidDialog(props: { readonly detail: TicketDetail; readonly onClose: () => void }) {
  const { say, money } = useWords()
  const { send, busy, refusal } = useSend()
  const { number, gross } = props.detail.ticket
  const undo = async () => {
    if ((await send({ type: 'voidTicket', ticket: number })).ok) props.onClose()
  }
  return (
    <Dialog
      title={say('tickets.void.title', { number: String(number) })}
      testId="void-dialog"
      onClose={props.onClose}
      foot={
        <>
          <Button onPress={props.onClose}>{say('tickets.void.keep')}</Button>
          <Button look="primary" icon="undo" busy={busy} testId="confirm-void" onPress={() => void undo()}>
            {say('tickets.void.confirm', { amount: money(gross) })}
          </Button>
        </>
      }
    >
      <p>{say('tickets.void.body', { amount: money(gross) })}</p>
      <RefusalNote refusal={refusal} />
    </Dialog>
  )
}
