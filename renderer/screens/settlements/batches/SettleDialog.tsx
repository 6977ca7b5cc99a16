import type { AcquirerConfig } from '#shared/contract/acquirers.ts'
import type { Collected } from '#shared/contract/settlements.ts'
import { useAsk } from '../../../api/ask.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { AskedOnce } from '../../../widgets/AskedOnce.tsx'
import css from './Batches.module.css'

/** It cannot be taken back, so it says first what happens: with the money, with the bank, and without a network. */
export function SettleDialog(props: {
  readonly collected: Collected
  /** What the shop calls it. */
  readonly terminal: string
  readonly acquirer: AcquirerConfig | null
  readonly onClose: () => void
}) {
  const { say, money } = useWords()
  const { ask, busy, refusal } = useAsk()
  const { collected, acquirer } = props
  const { terminal, count, net } = collected
  const settle = async () => {
    if ((await ask((till) => till.settlements.settle({ terminal }))).ok) props.onClose()
  }
  return (
    <AskedOnce
      title={say('settlements.confirm', { terminal: `\u2068${props.terminal}\u2069` })}
      testId="settle-dialog"
      no={say('settlements.confirm.no')}
      yes={say('settlements.confirm.yes')}
      yesTestId="confirm-settle"
      look="primary"
      icon="bank"
      busy={busy}
      refusal={refusal}
      onClose={props.onClose}
      onYes={settle}
    >
      <div className={css.confirm}>
        <p>{say('settlements.confirm.body', { count, net: money(net) })}</p>
        {acquirer === null ? null : (
          <p>{say(`settlements.confirm.${acquirer.way.kind}`, { name: `\u2068${acquirer.name}\u2069` })}</p>
        )}
      </div>
    </AskedOnce>
  )
}
