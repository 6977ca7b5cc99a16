import { useAsk } from '../../../api/ask.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { Button } from '../../../widgets/Button.tsx'
import { Dialog } from '../../../widgets/Dialog.tsx'
import { RefusalNote } from '../../../widgets/RefusalNote.tsx'

/** Takes the marketplace away, after it was said what that means. */
export function DropConnection({ name, onClose }: { readonly name: string; readonly onClose: () => void }) {
  const { say } = useWords()
  const { ask, busy, refusal } = useAsk()
  const drop = async () => {
    if ((await ask((till) => till.marketplace.configure({ config: null }))).ok) onClose()
  }
  return (
    <Dialog
      title={say('market.connection.drop.title', { name: `\u2068${name}\u2069` })}
      testId="drop-dialog"
      onClose={onClose}
      foot={
        <>
          <Button autoFocus onPress={onClose}>
            {say('market.connection.drop.keep')}
          </Button>
          <Button look="danger" busy={busy} testId="confirm-drop" onPress={() => void drop()}>
            {say('market.connection.drop')}
          </Button>
        </>
      }
    >
      <p>{say('market.connection.drop.body')}</p>
      <RefusalNote refusal={refusal} />
    </Dialog>
  )
}
