import { useState } from 'react'
import type { TicketPapersView } from '#shared/contract/papers.ts'
import type { Visitor } from '#shared/kernel/papers.ts'
import { useSend } from '../../api/ask.ts'
import { useWords } from '../../i18n/Words.tsx'
import { FormDialog } from '../../widgets/FormDialog.tsx'
import { TextEntry } from '../../widgets/TextEntry.tsx'
import { CountryEntry } from './CountryEntry.tsx'
import css from './PaperForm.module.css'
import { emptyVisitor, tidied, type VisitorFault, visitorFaults } from './visitor-draft.ts'

const faultWords = {
  needed: 'papers.needed',
  passport: 'papers.form.passportHint',
  residenceHere: 'papers.form.residenceHere',
} as const satisfies Record<VisitorFault, string>

/** Who takes the goods abroad: what the form must say of them, and no more. */
export function ExportFormDialog(props: {
  readonly ticket: number
  readonly papers: TicketPapersView
  readonly onClose: () => void
  readonly onIssued: () => void
}) {
  const { say, money } = useWords()
  const { send, busy, refusal } = useSend()
  const [draft, setDraft] = useState<Visitor>(emptyVisitor)
  const [tried, setTried] = useState(false)
  const visitor = tidied(draft)
  const faults = visitorFaults(visitor)
  const errorOf = (field: keyof Visitor): string | null => {
    const fault = tried ? faults[field] : undefined
    return fault === undefined ? null : say(faultWords[fault])
  }
  const put = (field: keyof Visitor) => (value: string) =>
    setDraft((before) => ({ ...before, [field]: value }))
  const text = (field: 'name' | 'passport' | 'address' | 'bank', maxLength: number) => ({
    label: say(`papers.form.${field}`),
    value: draft[field],
    onChange: put(field),
    maxLength,
    error: errorOf(field),
    testId: `form-${field}`,
  })
  const issue = async () => {
    setTried(true)
    if (Object.keys(faults).length > 0) return
    if (!(await send({ type: 'issueExportForm', ticket: props.ticket, visitor })).ok) return
    props.onClose()
    props.onIssued()
  }
  return (
    <FormDialog
      title={say('papers.form.title', { number: String(props.ticket) })}
      size="wide"
      testId="export-form-dialog"
      onClose={props.onClose}
      refusal={refusal}
      busy={busy}
      submit={{ words: say('papers.form.issue'), testId: 'issue-export-form' }}
      onSubmit={() => void issue()}
    >
      <p className={css.sum}>
        {say('papers.form.sum', {
          gross: money(props.papers.exportGross),
          vat: money(props.papers.exportVat),
        })}
      </p>
      <div className={css.pair}>
        <TextEntry {...text('name', 120)} autoFocus />
        <TextEntry {...text('passport', 24)} direction="ltr" />
        {(['nationality', 'residence'] as const).map((field) => (
          <CountryEntry
            key={field}
            label={say(`papers.form.${field}`)}
            country={draft[field]}
            onCountry={put(field)}
            error={errorOf(field)}
            testId={`form-${field}`}
          />
        ))}
        <TextEntry {...text('address', 200)} />
        <TextEntry {...text('bank', 60)} direction="ltr" />
      </div>
      <p className={css.note}>{say('papers.form.private')}</p>
    </FormDialog>
  )
}
