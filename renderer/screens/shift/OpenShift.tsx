import { useState } from 'react'
import { zero } from '#shared/money/amount.ts'
import { useSend } from '../../api/ask.ts'
import { useHouse } from '../../api/till.tsx'
import { goTo } from '../../app/pages.ts'
import { amountIn } from '../../i18n/amount-in.ts'
import { useWords } from '../../i18n/Words.tsx'
import { amountOf } from '../../input/amount-entry.ts'
import { Button } from '../../widgets/Button.tsx'
import { RefusalNote } from '../../widgets/RefusalNote.tsx'
import { MoneyForm } from './MoneyForm.tsx'

/** Counts the float and opens, in the name of who unlocked the till; then there is selling to do. */
export function OpenShift() {
  const { say } = useWords()
  const { send, busy, refusal } = useSend()
  const cashier = useHouse()?.unlockedBy?.name ?? null
  const [entry, setEntry] = useState('')
  const float = entry === '' ? zero : amountOf(entry)
  const open = async () => {
    if (float === null || cashier === null || busy) return
    if ((await send({ type: 'openShift', cashier, float })).ok) goTo('sell')
  }
  return (
    <MoneyForm
      title={say('shift.open.title')}
      body={say('shift.open.body')}
      label={say('shift.float')}
      entry={entry}
      onEntry={setEntry}
      onEnter={() => void open()}
      testId="float"
    >
      <Button
        look="primary"
        size="large"
        wide
        busy={busy}
        isDisabled={float === null || cashier === null}
        testId="open-shift"
        onPress={() => void open()}
      >
        {float === null || float === 0
          ? say('shift.open.empty')
          : say('shift.open', { amount: amountIn(float, say) })}
      </Button>
      <RefusalNote refusal={refusal} />
    </MoneyForm>
  )
}
