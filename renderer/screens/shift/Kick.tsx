import { useState } from 'react'
import { useSend } from '../../api/ask.ts'
import { useWords } from '../../i18n/Words.tsx'
import { Button } from '../../widgets/Button.tsx'
import { Dialog } from '../../widgets/Dialog.tsx'
import { RefusalNote } from '../../widgets/RefusalNote.tsx'
import css from './Kick.module.css'
import { ReasonEntry } from './ReasonEntry.tsx'

/** Opens the drawer without a sale; who and why are journalled. */
export function Kick({ onEnd }: { readonly onEnd: (recorded: boolean) => void }) {
  const { say } = useWords()
  const { send, busy, refusal } = useSend()
  const [reason, setReason] = useState('')
  const kick = async () => {
    if ((await send({ type: 'openDrawer', reason: reason.trim() })).ok) onEnd(true)
  }
  return (
    <Dialog
      title={say('shift.kick.title')}
      onClose={() => onEnd(false)}
      testId="kick"
      foot={
        <Button
          look="primary"
          size="large"
          icon="drawer"
          busy={busy}
          isDisabled={reason.trim() === ''}
          testId="kick-confirm"
          onPress={() => void kick()}
        >
          {say('shift.kick')}
        </Button>
      }
    >
      <div className={css.asked}>
        <ReasonEntry reason={reason} onReason={setReason} usual={['shift.kick.reason']} />
        <p className={css.note}>{say('shift.kick.note')}</p>
        <RefusalNote refusal={refusal} />
      </div>
    </Dialog>
  )
}
