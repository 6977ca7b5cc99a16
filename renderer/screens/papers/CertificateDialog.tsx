import { useState } from 'react'
import type { TicketLine } from '#shared/cart/ticket.ts'
import type { PieceDetails } from '#shared/kernel/papers.ts'
import { useSend } from '../../api/ask.ts'
import { nameIn } from '../../i18n/name-in.ts'
import { useWords } from '../../i18n/Words.tsx'
import { FormDialog } from '../../widgets/FormDialog.tsx'
import { TextEntry } from '../../widgets/TextEntry.tsx'
import css from './PaperForm.module.css'

const fields = ['maker', 'village', 'technique', 'materials', 'dimensions', 'stamps'] as const
/** The longest the till takes of each. */
const longest = {
  maker: 80,
  village: 80,
  technique: 120,
  materials: 120,
  dimensions: 80,
  stamps: 120,
} as const

/** What the shop vouches for of one piece; begins with what the catalogue knows. */
export function CertificateDialog(props: {
  readonly ticket: number
  /** 1 = first. */
  readonly place: number
  readonly line: TicketLine
  readonly onClose: () => void
  readonly onIssued: () => void
}) {
  const { say, language } = useWords()
  const { send, busy, refusal } = useSend()
  const { line } = props
  const [piece, setPiece] = useState<PieceDetails>({
    maker: line.maker ?? '',
    village: line.village ?? '',
    technique: '',
    materials: '',
    dimensions: '',
    stamps: '',
  })
  const issue = async () => {
    const command = { type: 'issueCertificate', ticket: props.ticket, line: props.place, piece } as const
    if (!(await send(command)).ok) return
    props.onClose()
    props.onIssued()
  }
  return (
    <FormDialog
      title={say('papers.certificate.title')}
      size="wide"
      testId="certificate-dialog"
      onClose={props.onClose}
      refusal={refusal}
      busy={busy}
      submit={{ words: say('papers.certificate.issue'), testId: 'issue-certificate' }}
      onSubmit={() => void issue()}
    >
      <p className={css.sum}>
        <bdi>{nameIn(line.name, language)}</bdi>
      </p>
      <div className={css.pair}>
        {fields.map((field, index) => (
          <TextEntry
            key={field}
            label={say(`papers.certificate.${field}`)}
            value={piece[field]}
            onChange={(value) => setPiece((before) => ({ ...before, [field]: value }))}
            maxLength={longest[field]}
            testId={`certificate-${field}`}
            autoFocus={index === 0}
          />
        ))}
      </div>
      <p className={css.note}>{say('papers.certificate.vouch')}</p>
    </FormDialog>
  )
}
