import type { AcquirerConfig, AcquirersConfig } from '#shared/contract/acquirers.ts'
import { useAsk } from '../../../api/ask.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { Button } from '../../../widgets/Button.tsx'
import { Dialog } from '../../../widgets/Dialog.tsx'
import { RefusalNote } from '../../../widgets/RefusalNote.tsx'

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
    <Dialog
      title={say('acquirers.drop.title', { name: `\u2068${acquirer.name}\u2069` })}
      testId="drop-dialog"
      onClose={props.onClose}
      foot={
        <>
          <Button autoFocus onPress={props.onClose}>
            {say('acquirers.drop.keep')}
          </Button>
          <Button look="danger" busy={busy} testId="confirm-drop" onPress={() => void drop()}>
            {say('acquirers.drop')}
          </Button>
        </>
      }
    >
      <p>{say('acquirers.drop.body')}</p>
      <RefusalNote refusal={refusal} />
    </Dialog>
  )
}
