import { useState } from 'react'
import type { TicketDetail } from '#shared/contract/contract.ts'
import { useWords } from '../../i18n/Words.tsx'
import { ExplainedButton } from '../../widgets/ExplainedButton.tsx'
import { InvoiceDialog } from './InvoiceDialog.tsx'
import { PaperMade } from './PaperMade.tsx'

/** The invoice that stands for a sale, or the way to it. */
export function InvoicePaper(props: {
  readonly detail: TicketDetail
  readonly onChanged: () => void
  readonly onSent: (words: string) => void
}) {
  const { say } = useWords()
  const [open, setOpen] = useState(false)
  const { ticket, papers } = props.detail
  if (papers.invoice !== null)
    return <PaperMade paper={{ kind: 'invoice', invoice: papers.invoice }} onSent={props.onSent} />
  if (ticket.kind !== 'sale') return null
  const stopped = papers.invoiceRefused !== null
  return (
    <>
      <ExplainedButton
        icon="list"
        words={say('papers.invoice')}
        why={say(stopped ? 'papers.invoice.no.givenBack' : 'papers.invoice.hint')}
        stopped={stopped}
        testId="paper-invoice"
        onPress={() => setOpen(true)}
      />
      {open ? (
        <InvoiceDialog ticket={ticket.number} onClose={() => setOpen(false)} onIssued={props.onChanged} />
      ) : null}
    </>
  )
}
