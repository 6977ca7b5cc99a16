import { useAsk } from '../../../api/ask.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { AskedOnce } from '../../../widgets/AskedOnce.tsx'

/** Puts the whole shop online, after it was said what goes. */
export function PutAll({ onClose, onPut }: { readonly onClose: () => void; readonly onPut: () => void }) {
  const { say } = useWords()
  const { ask, busy, refusal } = useAsk()
  const put = async () => {
    if ((await ask((till) => till.marketplace.chooseAll())).ok) onPut()
  }
  return (
    <AskedOnce
      title={say('market.putAll.title')}
      testId="put-all-dialog"
      no={say('market.putAll.no')}
      yes={say('market.putAll')}
      yesTestId="confirm-put-all"
      look="primary"
      icon="net"
      busy={busy}
      refusal={refusal}
      onClose={onClose}
      onYes={put}
    >
      <p>{say('market.putAll.body')}</p>
    </AskedOnce>
  )
}
