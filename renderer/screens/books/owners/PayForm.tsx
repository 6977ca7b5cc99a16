import { useState } from 'react'
import type { OwnerAccountView } from '#shared/contract/books/owners-door.ts'
import { type OwnerPayment, ownerPayments } from '#shared/owners/facts.ts'
import { useSend } from '../../../api/ask.ts'
import { useCounter } from '../../../api/till.tsx'
import { useWords } from '../../../i18n/Words.tsx'
import { dayIn } from '../../../i18n/when.ts'
import { type AmountEntry, amountOf, entryOf, shown, typed } from '../../../input/amount-entry.ts'
import { ChoiceEntry } from '../../../widgets/ChoiceEntry.tsx'
import { FormDialog } from '../../../widgets/FormDialog.tsx'
import { TextEntry } from '../../../widgets/TextEntry.tsx'
import css from './Owners.module.css'
import { ownerName } from './owner-words.ts'

const isolated = (text: string): string => `\u2066${text}\u2069`

/** Money given to an artisan: what is due, or some on account. A payout's slip lists the days that are shown. */
export function PayForm(props: {
  readonly what: 'advance' | 'payout'
  readonly view: OwnerAccountView
  readonly onClose: () => void
  readonly onPaid: () => void
}) {
  const words = useWords()
  const { say, money } = words
  const { what, view, onClose, onPaid } = props
  const { card, period } = view
  const { send, busy, refusal, clear } = useSend()
  const shiftIsOpen = (useCounter()?.shift ?? null) !== null
  const [entry, setEntry] = useState<AmountEntry>(what === 'payout' ? entryOf(card.balance) : '')
  const [by, setBy] = useState<OwnerPayment>(shiftIsOpen ? 'cash' : 'transfer')
  const [tried, setTried] = useState(false)
  const [reference, setReference] = useState('')
  const amount = amountOf(entry)
  const tooMuch = what === 'payout' && amount !== null && amount > card.balance
  const noDrawer = by === 'cash' && !shiftIsOpen
  const { from, to } = period.range
  const nothing = tried && (amount === null || amount === 0)
  const submit = async () => {
    setTried(true)
    if (amount === null || amount === 0 || tooMuch || noDrawer) return
    const said = await send({
      type: 'payOwner',
      owner: card.owner,
      what,
      amount,
      by,
      reference: by === 'cash' ? '' : reference.trim(),
      period: what === 'payout' ? { from, to } : null,
    })
    if (said.ok) onPaid()
  }
  return (
    <FormDialog
      title={say(`owners.pay.title.${what}`, { name: ownerName(card, words) })}
      testId="pay-owner"
      onClose={onClose}
      refusal={refusal}
      busy={busy}
      submit={{ words: say(`owners.pay.do.${what}`), testId: 'pay-owner-do' }}
      onSubmit={() => void submit()}
    >
      <TextEntry
        label={say('owners.pay.amount')}
        value={shown(entry)}
        onChange={(text) => {
          const next = typed(text)
          if (next !== null) setEntry(next)
          clear()
        }}
        maxLength={16}
        direction="ltr"
        error={
          tooMuch
            ? say('owners.pay.tooMuch', { due: money(card.balance) })
            : nothing
              ? say('owners.share.perUnit.wrong')
              : null
        }
        testId="pay-amount"
        autoFocus
      />
      <ChoiceEntry
        label={say('owners.pay.by')}
        chosen={by}
        onChoose={setBy}
        options={ownerPayments.map((key) => ({
          key,
          face: say(`owners.pay.by.${key}`),
          testId: `pay-by-${key}`,
        }))}
      />
      {by === 'cash' ? (
        <p className={css.quiet}>{say(noDrawer ? 'owners.pay.noShift' : 'owners.pay.drawer')}</p>
      ) : (
        <TextEntry
          label={say('owners.pay.reference')}
          value={reference}
          onChange={setReference}
          maxLength={64}
          direction="ltr"
          testId="pay-reference"
        />
      )}
      {what === 'payout' ? (
        <p className={css.quiet}>
          {say('owners.pay.slip', { from: isolated(dayIn(from)), to: isolated(dayIn(to)) })}
        </p>
      ) : null}
    </FormDialog>
  )
}
