import { useState } from 'react'
import type { TicketDetail } from '#shared/contract/contract.ts'
import { nameIn } from '../../i18n/name-in.ts'
import { useWords } from '../../i18n/Words.tsx'
import { ExplainedButton } from '../../widgets/ExplainedButton.tsx'
import { CertificateDialog } from './CertificateDialog.tsx'
import { PaperMade } from './PaperMade.tsx'

/** One for each one-of-a-kind piece that the visitor kept. */
export function PieceCertificates(props: {
  readonly detail: TicketDetail
  readonly onChanged: () => void
  readonly onSent: (words: string) => void
}) {
  const { say, language } = useWords()
  const [open, setOpen] = useState<number | null>(null)
  const { ticket, papers, refunded } = props.detail
  if (ticket.kind !== 'sale') return null
  const pieces = ticket.lines
    .map((line, index) => ({ line, place: index + 1 }))
    .filter(({ line, place }) => line.unique && (refunded[place] ?? 0) === 0)
  const chosen = pieces.find(({ place }) => place === open)
  return (
    <>
      {pieces.map(({ line, place }) => {
        const held = papers.certificates.find((certificate) => certificate.line === place)
        return held === undefined ? (
          <ExplainedButton
            key={place}
            icon="piece"
            words={say('papers.certificate', { name: `\u2068${nameIn(line.name, language)}\u2069` })}
            why={say('papers.certificate.hint')}
            testId={`paper-certificate-${place}`}
            onPress={() => setOpen(place)}
          />
        ) : (
          <PaperMade
            key={place}
            paper={{ kind: 'certificate', certificate: held.number }}
            onSent={props.onSent}
          />
        )
      })}
      {chosen === undefined ? null : (
        <CertificateDialog
          ticket={ticket.number}
          place={chosen.place}
          line={chosen.line}
          onClose={() => setOpen(null)}
          onIssued={props.onChanged}
        />
      )}
    </>
  )
}
