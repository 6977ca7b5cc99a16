import { useState } from 'react'
import { useSend } from '../../api/ask.ts'
import { amountIn } from '../../i18n/amount-in.ts'
import { useWords } from '../../i18n/Words.tsx'
import { amountOf } from '../../input/amount-entry.ts'
import { Button } from '../../widgets/Button.tsx'
import { RefusalNote } from '../../widgets/RefusalNote.tsx'
import { MoneyForm } from './MoneyForm.tsx'

/** The blind count: nothing of what is expected is on this page. */
export function CloseShift(props: { readonly onBack: () => void; readonly onClosed: () => void }) {
  const { say } = useWords()
  const { send, busy, refusal } = useSend()
  const [entry, setEntry] = useState('')
  const counted = amountOf(entry)
  const close = async () => {
    if (counted === null || busy) return
    if ((await send({ type: 'closeShift', counted })).ok) props.onClosed()
  }
  return (
    <MoneyForm
      title={say('shift.close.title')}
      body={say('shift.close.body')}
      label={say('shift.counted')}
      entry={entry}
      onEntry={setEntry}
      onEnter={() => void close()}
      testId="counted"
    >
      <Button
        look="primary"
        size="large"
        wide
        busy={busy}
        isDisabled={counted === null}
        testId="close-confirm"
        onPress={() => void close()}
      >
        {counted === null
          ? say('shift.close.enter')
          : say('shift.close.confirm', { amount: amountIn(counted, say) })}
      </Button>
      <Button look="quiet" icon="back" wide onPress={props.onBack} isDisabled={busy}>
        {say('app.back')}
      </Button>
      <RefusalNote refusal={refusal} />
    </MoneyForm>
  )
}
