import { useState } from 'react'
import type { BatchView } from '#shared/contract/settlements.ts'
import { totalGroups } from '#shared/settlement/totals.ts'
import { useAsk } from '../../../api/ask.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { shown, typed } from '../../../input/amount-entry.ts'
import { FormDialog } from '../../../widgets/FormDialog.tsx'
import { TextEntry } from '../../../widgets/TextEntry.tsx'
import { useTerminalName } from '../terminal-name.ts'
import css from './EnterTotals.module.css'
import { emptySlip, slipFaults, toldOf, typedCount } from './slip-totals.ts'

/** The totals a terminal printed when it closed its day, copied line by line; the till compares. */
export function EnterTotals({ batch, onClose }: { readonly batch: BatchView; readonly onClose: () => void }) {
  const { say } = useWords()
  const { ask, busy, refusal, clear } = useAsk()
  const [slip, setSlip] = useState(emptySlip)
  const [tried, setTried] = useState(false)
  const terminal = `\u2068${useTerminalName()(batch.terminal)}\u2069`
  const told = toldOf(slip)
  const faults = tried ? slipFaults(slip) : []
  const edit = (group: keyof typeof slip, part: Partial<(typeof slip)['sales']>) => {
    clear()
    setSlip((before) => ({ ...before, [group]: { ...before[group], ...part } }))
  }
  const enter = async () => {
    setTried(true)
    if (told === null) return
    if ((await ask((till) => till.settlements.enterTotals({ batch: batch.batch, told }))).ok) onClose()
  }
  return (
    <FormDialog
      title={say('settlements.enter.title', { terminal })}
      size="wide"
      testId="enter-totals"
      onClose={onClose}
      refusal={refusal}
      busy={busy}
      submit={{ words: say('settlements.enter.save'), testId: 'enter-save' }}
      onSubmit={() => void enter()}
    >
      <p className={css.note}>{say('settlements.enter.body')}</p>
      {totalGroups.map((group) => (
        <fieldset key={group} className={css.group}>
          <legend className={css.name}>{say(`settlements.group.${group}`)}</legend>
          <TextEntry
            label={say('settlements.count')}
            value={slip[group].count}
            onChange={(text) => {
              const count = typedCount(text)
              if (count !== null) edit(group, { count })
            }}
            maxLength={6}
            direction="ltr"
            autoFocus={group === 'sales'}
            testId={`enter-${group}-count`}
          />
          <TextEntry
            label={`${say('settlements.amount')} (${say('app.currency')})`}
            value={shown(slip[group].amount)}
            onChange={(text) => {
              const amount = typed(text)
              if (amount !== null) edit(group, { amount })
            }}
            maxLength={16}
            direction="ltr"
            error={faults.includes(group) ? say('settlements.enter.wrong') : null}
            testId={`enter-${group}-amount`}
          />
        </fieldset>
      ))}
      {tried && told === null && faults.length === 0 ? (
        <p className={css.error} role="alert">
          {say('settlements.enter.empty')}
        </p>
      ) : null}
    </FormDialog>
  )
}
