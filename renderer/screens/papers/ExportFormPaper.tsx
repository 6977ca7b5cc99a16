import { useState } from 'react'
import type { TicketDetail } from '#shared/contract/contract.ts'
import { useSend } from '../../api/ask.ts'
import { useWords } from '../../i18n/Words.tsx'
import { Button } from '../../widgets/Button.tsx'
import { ExplainedButton } from '../../widgets/ExplainedButton.tsx'
import { RefusalNote } from '../../widgets/RefusalNote.tsx'
import { ExportFormDialog } from './ExportFormDialog.tsx'
import { ForgetVisitor } from './ForgetVisitor.tsx'
import css from './PaperForm.module.css'
import { PaperMade } from './PaperMade.tsx'

interface Props {
  readonly detail: TicketDetail
  readonly onChanged: () => void
  readonly onSent: (words: string) => void
}

/** The tax-refund form that stands for a sale, or the way to it; and the visitors whom any of its forms still name. */
export function ExportFormPaper(props: Props) {
  const { ticket, papers } = props.detail
  return (
    <>
      {papers.exportForm !== null ? (
        <Standing {...props} form={papers.exportForm} />
      ) : ticket.kind === 'sale' && papers.exportFormRefused !== 'notOffered' ? (
        <Offered {...props} />
      ) : null}
      {papers.visitorsKept.map((form) => (
        <ForgetVisitor key={form} form={form} onForgotten={props.onChanged} />
      ))}
    </>
  )
}

function Offered({ detail, onChanged }: Props) {
  const { say, money } = useWords()
  const [open, setOpen] = useState(false)
  const { papers } = detail
  const refused = papers.exportFormRefused
  return (
    <>
      <ExplainedButton
        icon="globe"
        words={say('papers.form')}
        why={
          refused === null
            ? say('papers.form.hint', { amount: money(papers.exportVat) })
            : say(`papers.form.no.${refused}`, { amount: money(papers.exportMissing) })
        }
        stopped={refused !== null}
        testId="paper-export-form"
        onPress={() => setOpen(true)}
      />
      {open ? (
        <ExportFormDialog
          ticket={detail.ticket.number}
          papers={papers}
          onClose={() => setOpen(false)}
          onIssued={onChanged}
        />
      ) : null}
    </>
  )
}

function Standing({ detail, form, onChanged, onSent }: Props & { readonly form: number }) {
  const { say } = useWords()
  const { send, busy, refusal, clear } = useSend()
  const drop = async () => {
    if ((await send({ type: 'voidExportForm', form })).ok) onChanged()
  }
  return (
    <>
      <PaperMade paper={{ kind: 'exportForm', form }} onSent={onSent} />
      <Button look="quiet" icon="trash" busy={busy} testId="void-export-form" onPress={() => void drop()}>
        {say('papers.form.void')}
      </Button>
      {detail.papers.visitorsKept.includes(form) ? null : (
        <p className={css.note} data-testid="visitor-forgotten">
          {say('papers.forgotten')}
        </p>
      )}
      <RefusalNote refusal={refusal} onClose={clear} />
    </>
  )
}
