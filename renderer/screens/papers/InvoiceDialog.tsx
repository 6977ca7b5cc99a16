import { useState } from 'react'
import { iceLooksRight } from '#shared/kernel/ice.ts'
import { useSend } from '../../api/ask.ts'
import { useWords } from '../../i18n/Words.tsx'
import { Button } from '../../widgets/Button.tsx'
import { Dialog } from '../../widgets/Dialog.tsx'
import { RefusalNote } from '../../widgets/RefusalNote.tsx'
import { TextEntry } from '../../widgets/TextEntry.tsx'
import css from './PaperForm.module.css'

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
    if (!ready || busy) return
    const buyer = { name: name.trim(), address: address.trim(), ice: digits }
    if ((await send({ type: 'issueInvoice', ticket: props.ticket, buyer })).ok) props.onIssued()
  }
  return (
    <Dialog
      title={say('papers.invoice.title', { number: String(props.ticket) })}
      onClose={props.onClose}
      testId="invoice-dialog"
    >
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault()
          void issue()
        }}
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
        <RefusalNote refusal={refusal} />
        <Button look="primary" size="large" wide type="submit" busy={busy} testId="issue-invoice">
          {say('papers.invoice.issue')}
        </Button>
      </form>
    </Dialog>
  )
}
