import { useState } from 'react'
import type { TicketDetail } from '#shared/contract/contract.ts'
import { useSend } from '../../api/ask.ts'
import { useWords } from '../../i18n/Words.tsx'
import { DoneNote } from '../../widgets/DoneNote.tsx'
import { Buttons, ExplainedButton } from '../../widgets/ExplainedButton.tsx'
import { RefusalNote } from '../../widgets/RefusalNote.tsx'
import { ExportFormPaper } from './ExportFormPaper.tsx'
import { InvoicePaper } from './InvoicePaper.tsx'
import { PaperMade } from './PaperMade.tsx'
import { PhoneReceipt } from './PhoneReceipt.tsx'
import { PieceCertificates } from './PieceCertificates.tsx'
import css from './TicketPapers.module.css'

/** What else can be made of a finished sale: for a gift, a phone, a business, the customs, the piece itself. */
export function TicketPapers(props: { readonly detail: TicketDetail; readonly onChanged: () => void }) {
  const { say } = useWords()
  const { send, busy, refusal, clear } = useSend()
  const [onPhone, setOnPhone] = useState(false)
  const [sent, setSent] = useState('')
  const { ticket } = props.detail
  const { number } = ticket
  const gift = async () => {
    const paper = { kind: 'giftReceipt', ticket: number, lines: null } as const
    if ((await send({ type: 'printPaper', paper })).ok)
      setSent(say('papers.sent', { paper: say('papers.kind.giftReceipt', { number: String(number) }) }))
  }
  return (
    <section className={css.papers} aria-label={say('papers.of')}>
      <Buttons>
        <ExplainedButton
          icon="qr"
          words={say('papers.phone')}
          why={say('papers.phone.hint')}
          testId="paper-phone"
          onPress={() => setOnPhone(true)}
        />
        {ticket.kind === 'sale' ? (
          <ExplainedButton
            icon="ticket"
            words={say('papers.gift')}
            why={say('papers.gift.hint')}
            busy={busy}
            testId="paper-gift"
            onPress={() => void gift()}
          />
        ) : null}
        {ticket.tenders.map((tender) =>
          tender.kind === 'card' && tender.approval !== null && tender.approval.slip.length > 0 ? (
            <PaperMade
              key={tender.attemptId}
              paper={{ kind: 'cardSlip', attempt: tender.attemptId }}
              onSent={setSent}
            />
          ) : null,
        )}
        <InvoicePaper {...props} onSent={setSent} />
        <ExportFormPaper {...props} onSent={setSent} />
        <PieceCertificates {...props} onSent={setSent} />
      </Buttons>
      <DoneNote words={sent} />
      <RefusalNote refusal={refusal} onClose={clear} />
      {onPhone ? <PhoneReceipt ticket={number} onClose={() => setOnPhone(false)} /> : null}
    </section>
  )
}
