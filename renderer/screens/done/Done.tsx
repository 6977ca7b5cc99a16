import { useState } from 'react'
import type { DoneView, ReceiptState } from '#shared/checkout/view.ts'
import { useSend } from '../../api/ask.ts'
import { usePrintJobs } from '../../api/till.tsx'
import { useWords } from '../../i18n/Words.tsx'
import { Amount } from '../../widgets/Amount.tsx'
import { Button } from '../../widgets/Button.tsx'
import { Icon } from '../../widgets/Icon.tsx'
import { Mark } from '../../widgets/Mark.tsx'
import { RefusalNote } from '../../widgets/RefusalNote.tsx'
import { asks } from '../papers/asks.ts'
import { JobAnswer } from '../papers/JobAnswer.tsx'
import { PhoneReceipt } from '../papers/PhoneReceipt.tsx'
import css from './Done.module.css'

const tones: Readonly<Record<ReceiptState, 'good' | 'wait' | 'idle'>> = {
  queued: 'idle',
  printing: 'idle',
  done: 'good',
  notStarted: 'wait',
  unknown: 'wait',
  none: 'idle',
}

/** The ticket is written: what to hand over, how the receipt is doing, and the next visitor. */
export function Done({ done, onNext }: { readonly done: DoneView; readonly onNext: () => void }) {
  const { say } = useWords()
  const { send, busy, refusal } = useSend()
  const back = done.kind === 'refund'
  const gives = back ? done.total : done.change
  const [onPhone, setOnPhone] = useState(false)
  const asking = usePrintJobs().findLast(
    (job) => asks(job) && job.paper.kind === 'receipt' && job.paper.ticket === done.ticket,
  )
  return (
    <section className={css.pane} data-testid="done" data-receipt={done.receipt}>
      <Mark icon="tick" size={72} tone="good" className={css.mark} />
      <h1 className={css.title}>{say(back ? 'done.refund' : 'done.sale')}</h1>
      <p className={css.ticket}>
        {say('done.ticket', { number: done.ticket })} ·{' '}
        <Amount minor={done.total} currency testId="done-total" />
      </p>
      {gives === 0 ? (
        <p className={css.noChange} data-testid="no-change">
          {say('done.noChange')}
        </p>
      ) : (
        <div className={css.change}>
          <p>{say(back ? 'done.giveBack' : 'done.change')}</p>
          <p className={css.changeAmount}>
            <Amount minor={gives} currency testId="change" />
          </p>
        </div>
      )}
      <p
        className={css.receipt}
        data-tone={tones[done.receipt]}
        data-testid="receipt-state"
        role="status"
        aria-live="polite"
      >
        <Icon name={done.receipt === 'done' ? 'tick' : tones[done.receipt] === 'wait' ? 'warn' : 'printer'} />
        {say(`done.receipt.${done.receipt}`)}
      </p>
      {asking === undefined ? null : <JobAnswer job={asking} />}
      <RefusalNote refusal={refusal} />
      <div className={css.foot}>
        {asking === undefined ? (
          <Button
            size="large"
            icon="printer"
            testId="reprint"
            busy={busy}
            isDisabled={done.receipt === 'queued' || done.receipt === 'printing'}
            onPress={() => void send({ type: 'reprint', ticket: done.ticket })}
          >
            {say(done.receipt === 'done' ? 'done.reprint' : 'done.print')}
          </Button>
        ) : null}
        <Button size="large" icon="qr" testId="paper-phone" onPress={() => setOnPhone(true)}>
          {say('papers.phone')}
        </Button>
        <Button look="primary" size="large" testId="next-sale" autoFocus onPress={onNext}>
          {say('done.next')}
        </Button>
      </div>
      <p className={css.quiet}>{say('done.nextHint')}</p>
      {onPhone ? <PhoneReceipt ticket={done.ticket} onClose={() => setOnPhone(false)} /> : null}
    </section>
  )
}
