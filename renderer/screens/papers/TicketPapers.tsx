import { useState } from 'react'
import type { TicketDetail } from '#shared/contract/contract.ts'
import { useSend } from '../../api/ask.ts'
import { useWords } from '../../i18n/Words.tsx'
import { Button } from '../../widgets/Button.tsx'
import { Icon } from '../../widgets/Icon.tsx'
import { RefusalNote } from '../../widgets/RefusalNote.tsx'
import { ExportFormDialog } from './ExportFormDialog.tsx'
import { ForgetVisitor } from './ForgetVisitor.tsx'
import { InvoiceDialog } from './InvoiceDialog.tsx'
import { PaperButton } from './PaperButton.tsx'
import { PaperMade } from './PaperMade.tsx'
import { PhoneReceipt } from './PhoneReceipt.tsx'
import { PieceCertificates } from './PieceCertificates.tsx'
import css from './TicketPapers.module.css'

/** What else can be made of a finished sale: for a gift, a phone, a business, the customs, the piece itself. */
export function TicketPapers(props: { readonly detail: TicketDetail; readonly onChanged: () => void }) {
  const { say, money } = useWords()
  const { send, busy, refusal, clear } = useSend()
  const [open, setOpen] = useState<'phone' | 'invoice' | 'exportForm' | null>(null)
  const [sent, setSent] = useState('')
  const { ticket, papers } = props.detail
  const { number } = ticket
  const sale = ticket.kind === 'sale'
  const close = () => setOpen(null)
  const issued = () => {
    close()
    props.onChanged()
  }
  const gift = async () => {
    const paper = { kind: 'giftReceipt', ticket: number, lines: null } as const
    if ((await send({ type: 'printPaper', paper })).ok)
      setSent(say('papers.sent', { paper: say('papers.kind.giftReceipt', { number: String(number) }) }))
  }
  const voidForm = async () => {
    if (papers.exportForm === null) return
    if ((await send({ type: 'voidExportForm', form: papers.exportForm })).ok) props.onChanged()
  }
  const made = (paper: Parameters<typeof PaperMade>[0]['paper']) => (
    <PaperMade key={paper.kind} paper={paper} onSent={setSent} />
  )
  return (
    <section className={css.papers} aria-label={say('papers.of')}>
      <div className={css.buttons}>
        <PaperButton
          icon="qr"
          words={say('papers.phone')}
          hint={say('papers.phone.hint')}
          testId="paper-phone"
          onPress={() => setOpen('phone')}
        />
        {sale ? (
          <PaperButton
            icon="ticket"
            words={say('papers.gift')}
            hint={say('papers.gift.hint')}
            busy={busy}
            testId="paper-gift"
            onPress={() => void gift()}
          />
        ) : null}
        {ticket.tenders.map((tender) =>
          tender.kind === 'card' && tender.approval !== null && tender.approval.slip.length > 0
            ? made({ kind: 'cardSlip', attempt: tender.attemptId })
            : null,
        )}
        {sale && papers.invoice === null ? (
          <PaperButton
            icon="list"
            words={say('papers.invoice')}
            hint={say(papers.invoiceRefused === null ? 'papers.invoice.hint' : 'papers.invoice.no.givenBack')}
            stopped={papers.invoiceRefused !== null}
            testId="paper-invoice"
            onPress={() => setOpen('invoice')}
          />
        ) : null}
        {papers.invoice === null ? null : made({ kind: 'invoice', invoice: papers.invoice })}
        {sale && papers.exportForm === null && papers.exportFormRefused !== 'notOffered' ? (
          <PaperButton
            icon="globe"
            words={say('papers.form')}
            hint={
              papers.exportFormRefused === null
                ? say('papers.form.hint', { amount: money(papers.exportVat) })
                : say(`papers.form.no.${papers.exportFormRefused}`, { amount: money(papers.exportMissing) })
            }
            stopped={papers.exportFormRefused !== null}
            testId="paper-export-form"
            onPress={() => setOpen('exportForm')}
          />
        ) : null}
        {papers.exportForm === null ? null : (
          <>
            {made({ kind: 'exportForm', form: papers.exportForm })}
            <Button
              look="quiet"
              icon="trash"
              busy={busy}
              testId="void-export-form"
              onPress={() => void voidForm()}
            >
              {say('papers.form.void')}
            </Button>
            {papers.visitorsKept.includes(papers.exportForm) ? null : (
              <p className={css.why} data-testid="visitor-forgotten">
                {say('papers.forgotten')}
              </p>
            )}
          </>
        )}
        {papers.visitorsKept.map((form) => (
          <ForgetVisitor key={form} form={form} onForgotten={props.onChanged} />
        ))}
        <PieceCertificates detail={props.detail} onChanged={props.onChanged} onSent={setSent} />
      </div>
      <p role="status" className={css.sent}>
        {sent === '' ? null : (
          <>
            <Icon name="tick" size={20} /> {sent}
          </>
        )}
      </p>
      <RefusalNote refusal={refusal} onClose={clear} />
      {open === 'phone' ? <PhoneReceipt ticket={number} onClose={close} /> : null}
      {open === 'invoice' ? <InvoiceDialog ticket={number} onClose={close} onIssued={issued} /> : null}
      {open === 'exportForm' ? (
        <ExportFormDialog ticket={number} papers={papers} onClose={close} onIssued={issued} />
      ) : null}
    </section>
  )
}
