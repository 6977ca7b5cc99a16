import { useState } from 'react'
import { iceLooksRight } from '#shared/kernel/ice.ts'
import { useSend } from '../../api/ask.ts'
import { useWords } from '../../i18n/Words.tsx'
import { FormDialog } from '../../widgets/FormDialog.tsx'
import { TextEntry } from '../../widgets/TextEntry.tsx'

/** Who the invoice is for. An ICE is asked for and looked at, never insisted on. */
export function InvoiceDialog(props: {
  readonly ticket: number
  readonly onClose: () => void
  readonly onIssued: () => void
}) {
  const { say } = useWords()
  const { send, busy, refusal } = useSend()
  const [name, setName] = useState('')
  const [address, setAddress] = useState('')
  const [ice, setIce] = useState('')
  const [tried, setTried] = useState(false)
  const digits = ice.replace(/\s/g, '')
  const iceWrong = digits !== '' && !/^\d{15}$/.test(digits)
  const ready = name.trim() !== '' && !iceWrong
  const doubtful = digits.length === 15 && !iceWrong && !iceLooksRight(digits)
  const issue = async () => {
    setTried(true)
    if (!ready) return
    const buyer = { name: name.trim(), address: address.trim(), ice: digits }
    if (!(await send({ type: 'issueInvoice', ticket: props.ticket, buyer })).ok) return
    props.onClose()
    props.onIssued()
  }
  return (
    <FormDialog
      title={say('papers.invoice.title', { number: String(props.ticket) })}
      testId="invoice-dialog"
      onClose={props.onClose}
      refusal={refusal}
      busy={busy}
      submit={{ words: say('papers.invoice.issue'), testId: 'issue-invoice' }}
      onSubmit={() => void issue()}
    >
      <TextEntry
        label={say('papers.invoice.name')}
        value={name}
        onChange={setName}
        maxLength={120}
        error={tried && name.trim() === '' ? say('papers.needed') : null}
        testId="invoice-name"
        autoFocus
      />
      <TextEntry
        label={say('papers.invoice.address')}
        value={address}
        onChange={setAddress}
        maxLength={200}
        testId="invoice-address"
      />
      <TextEntry
        label={say('papers.invoice.ice')}
        value={ice}
        onChange={setIce}
        maxLength={20}
        direction="ltr"
        hint={say(doubtful ? 'papers.invoice.iceCheck' : 'papers.invoice.iceHint')}
        error={tried && iceWrong ? say('papers.invoice.iceLength') : null}
        testId="invoice-ice"
      />
    </FormDialog>
  )
}
