import { useState } from 'react'
import type { TicketDetail } from '#shared/contract/contract.ts'
import { useSend } from '../../api/ask.ts'
import { useDevices, useTillClient } from '../../api/till.tsx'
import { amountIn } from '../../i18n/amount-in.ts'
import { nameIn } from '../../i18n/name-in.ts'
import { useWords } from '../../i18n/Words.tsx'
import { Amount } from '../../widgets/Amount.tsx'
import { Button } from '../../widgets/Button.tsx'
import { Choice } from '../../widgets/Choice.tsx'
import { Dialog } from '../../widgets/Dialog.tsx'
import { RefusalNote } from '../../widgets/RefusalNote.tsx'
import { cardBackBy } from './card-back.ts'
import css from './Refund.module.css'
import { givenBack, refundLines } from './refund-lines.ts'

/** Gives one line of a sale back, whole or in part, in cash or to the card. */
export function Refund(props: {
  readonly detail: TicketDetail
  readonly onClose: () => void
  /** The refund ticket made, or `null` where the terminal has the word first. */
  readonly onGiven: (ticket: number | null) => void
}) {
  const { say, language } = useWords()
  const { send, busy, refusal } = useSend()
  const till = useTillClient()
  const way = cardBackBy(useDevices().find((device) => device.kind === 'terminal'))
  const { ticket } = props.detail
  const lines = refundLines(props.detail).filter(({ left }) => left > 0)
  const [position, setPosition] = useState(lines[0]?.position ?? 1)
  const line = lines.find((each) => each.position === position) ?? lines[0]
  const [quantity, setQuantity] = useState(line?.left ?? 1)
  const paidByCard = ticket.tenders.some((tender) => tender.kind === 'card')
  const paidInCash = ticket.tenders.some((tender) => tender.kind === 'cash')
  const other = ticket.tenders.some(({ kind }) => kind === 'online') ? 'online' : 'card'
  const [tender, setTender] = useState<'cash' | 'card' | 'online'>(
    other === 'online' || (paidByCard && !paidInCash) ? other : 'cash',
  )
  if (line === undefined) return null
  const via = { cash: null, card: way, online: 'marketplace' as const }[tender]
  const many = Math.min(quantity, line.left)
  const money = givenBack(line, many)
  const confirm = async () => {
    const said = await send({
      type: 'refund',
      ticket: ticket.number,
      line: line.position,
      quantity: many,
      tender,
    })
    if (!said.ok) return
    const { phase, done } = await till.counter.get()
    props.onGiven(phase === 'idle' && done?.kind === 'refund' ? done.ticket : null)
  }
  return (
    <Dialog
      title={say('tickets.refund.title', { number: String(ticket.number) })}
      onClose={props.onClose}
      testId="refund-dialog"
      foot={
        <Button
          look="primary"
          size="large"
          wide
          busy={busy}
          testId="refund-confirm"
          onPress={() => void confirm()}
        >
          {say('tickets.refund.confirm', { amount: amountIn(money, say) })}
        </Button>
      }
    >
      <div className={css.questions}>
        {lines.length === 1 ? null : (
          <fieldset className={css.lines}>
            <legend className={css.label}>{say('tickets.refund.line')}</legend>
            {lines.map((each) => (
              <label key={each.position} className={css.line} data-chosen={each.position === line.position}>
                <input
                  type="radio"
                  name="refund-line"
                  checked={each.position === line.position}
                  data-testid={`refund-line-${each.position}`}
                  onChange={() => {
                    setPosition(each.position)
                    setQuantity(each.left)
                  }}
                />
                <span className={css.name}>
                  <bdi>{nameIn(each.line.name, language)}</bdi>
                </span>
                <span className={css.quiet}>{say('tickets.refund.left', { left: each.left })}</span>
              </label>
            ))}
          </fieldset>
        )}
        <div className={css.row}>
          <span className={css.label}>{say('tickets.refund.quantity')}</span>
          <div className={css.stepper}>
            <Button
              icon="minus"
              label={say('tickets.refund.less')}
              isDisabled={many <= 1}
              onPress={() => setQuantity(many - 1)}
            />
            <output className={css.quantity} data-testid="refund-quantity" dir="ltr">
              {many} / {line.left}
            </output>
            <Button
              icon="plus"
              label={say('tickets.refund.more')}
              isDisabled={many >= line.left}
              onPress={() => setQuantity(many + 1)}
            />
          </div>
        </div>
        <div className={css.row}>
          <span className={css.label}>{say('tickets.refund.how')}</span>
          <Choice
            label={say('tickets.refund.how')}
            chosen={tender}
            onChoose={setTender}
            options={[
              { key: 'cash', face: say('tickets.refund.cash'), testId: 'refund-cash' },
              { key: other, face: say(`tickets.refund.${other}`), testId: `refund-${other}` },
            ]}
          />
        </div>
        {via === null ? null : (
          <p className={css.quiet} role="status" data-testid="refund-way" data-way={via}>
            {say(`tickets.refund.via.${via}`)}
          </p>
        )}
        <p className={css.money}>
          <span className={css.label}>{say('tickets.refund.amount')}</span>
          <span className={css.amount}>
            <Amount minor={money} currency />
          </span>
        </p>
        <RefusalNote refusal={refusal} />
      </div>
    </Dialog>
  )
}
