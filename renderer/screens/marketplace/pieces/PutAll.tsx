import { useAsk } from '../../../api/ask.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { Button } from '../../../widgets/Button.tsx'
import { Dialog } from '../../../widgets/Dialog.tsx'
import { RefusalNote } from '../../../widgets/RefusalNote.tsx'

/** Puts the whole shop online, after it was said what goes. */
export function PutAll({ onClose, onPut }: { readonly onClose: () => void; readonly onPut: () => void }) {
  const { say } = useWords()
  const { ask, busy, refusal } = useAsk()
  const put = async () => {
    if ((await ask((till) => till.marketplace.chooseAll())).ok) onPut()
  }
  return (
    <Dialog
      title={say('market.putAll.title')}
      testId="put-all-dialog"
      onClose={onClose}
      foot={
        <>
          <Button autoFocus onPress={onClose}>
            {say('market.putAll.no')}
          </Button>
          <Button look="primary" icon="net" busy={busy} testId="confirm-put-all" onPress={() => void put()}>
            {say('market.putAll')}
          </Button>
        </>
      }
    >
      <p>{say('market.putAll.body')}</p>
      <RefusalNote refusal={refusal} />
    </Dialog>
  )
}
