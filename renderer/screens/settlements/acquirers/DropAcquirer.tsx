import type { AcquirerConfig, AcquirersConfig } from '#shared/contract/acquirers.ts'
import { useAsk } from '../../../api/ask.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { AskedOnce } from '../../../widgets/AskedOnce.tsx'

/** Takes an acquirer away, after it was asked once. */
export function DropAcquirer(props: {
  readonly acquirer: AcquirerConfig
  readonly config: AcquirersConfig
  readonly onClose: () => void
  readonly onDropped: () => void
}) {
  const { say } = useWords()
  const { ask, busy, refusal } = useAsk()
  const { acquirer, config } = props
  const drop = async () => {
    const acquirers = config.acquirers.filter(({ id }) => id !== acquirer.id)
    if ((await ask((till) => till.settlements.configure({ acquirers }))).ok) props.onDropped()
  }
  return (
    <AskedOnce
      title={say('acquirers.drop.title', { name: `\u2068${acquirer.name}\u2069` })}
      testId="drop-dialog"
      no={say('acquirers.drop.keep')}
      yes={say('acquirers.drop')}
      yesTestId="confirm-drop"
      look="danger"
      busy={busy}
      refusal={refusal}
      onClose={props.onClose}
      onYes={drop}
    >
      <p>{say('acquirers.drop.body')}</p>
    </AskedOnce>
  )
}
