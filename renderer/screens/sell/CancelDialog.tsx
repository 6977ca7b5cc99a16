import { useSend } from '../../api/ask.ts'
import { useWords } from '../../i18n/Words.tsx'
import { Button } from '../../widgets/Button.tsx'
import { Dialog } from '../../widgets/Dialog.tsx'
import { RefusalNote } from '../../widgets/RefusalNote.tsx'

/** Cancelling a sale cannot be taken back, so it is asked once. */
export function CancelDialog({ onClose }: { readonly onClose: () => void }) {
  const { say } = useWords()
  const { send, busy, refusal } = useSend()
  const cancel = async () => {
    if ((await send({ type: 'cancelSale' })).ok) onClose()
  }
  return (
    <Dialog
      title={say('sell.cancel.question')}
      testId="cancel-dialog"
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose} autoFocus>
            {say('sell.cancel.keep')}
          </Button>
          <Button look="danger" busy={busy} testId="confirm-cancel" onPress={() => void cancel()}>
            {say('sell.cancel')}
          </Button>
        </>
      }
    >
      <p>{say('sell.cancel.body')}</p>
      <RefusalNote refusal={refusal} />
    </Dialog>
  )
}
