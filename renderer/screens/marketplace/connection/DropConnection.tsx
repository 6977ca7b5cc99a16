import { useAsk } from '../../../api/ask.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { AskedOnce } from '../../../widgets/AskedOnce.tsx'

/** Takes the marketplace away, after it was said what that means. */
export function DropConnection({ name, onClose }: { readonly name: string; readonly onClose: () => void }) {
  const { say } = useWords()
  const { ask, busy, refusal } = useAsk()
  const drop = async () => {
    if ((await ask((till) => till.marketplace.configure({ config: null }))).ok) onClose()
  }
  return (
    <AskedOnce
      title={say('market.connection.drop.title', { name: `\u2068${name}\u2069` })}
      testId="drop-dialog"
      no={say('market.connection.drop.keep')}
      yes={say('market.connection.drop')}
      yesTestId="confirm-drop"
      look="danger"
      busy={busy}
      refusal={refusal}
      onClose={onClose}
      onYes={drop}
    >
      <p>{say('market.connection.drop.body')}</p>
    </AskedOnce>
  )
}
