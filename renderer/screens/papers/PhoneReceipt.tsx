import { useQuery } from '@tanstack/react-query'
import { useTillQueries } from '../../api/till.tsx'
import { useWords } from '../../i18n/Words.tsx'
import { Dialog } from '../../widgets/Dialog.tsx'
import { Loading } from '../../widgets/EmptyState.tsx'
import { QrPicture } from '../../widgets/QrPicture.tsx'
import { RefusalNote } from '../../widgets/RefusalNote.tsx'
import { Unread } from '../../widgets/Unread.tsx'
import css from './PhoneReceipt.module.css'

/** The receipt without paper: a signed code the visitor photographs. */
export function PhoneReceipt(props: { readonly ticket: number; readonly onClose: () => void }) {
  const { say } = useWords()
  const { ticket } = props
  const code = useQuery({
    ...useTillQueries().papers.receiptCode.queryOptions({ input: { ticket } }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <Dialog title={say('papers.phone')} onClose={props.onClose} testId="phone-receipt">
      <div className={css.body}>
        {code.isError ? (
          <Unread onRetry={() => void code.refetch()} />
        ) : code.data === undefined ? (
          <Loading label={say('app.loading')} rows={4} />
        ) : code.data.ok ? (
          <div className={css.code}>
            <QrPicture
              payload={code.data.value.text}
              label={say('papers.phone.code', { number: String(ticket) })}
              testId="receipt-code"
            />
          </div>
        ) : (
          <RefusalNote refusal={code.data.refusal} />
        )}
        <p className={css.note}>{say('papers.phone.body')}</p>
      </div>
    </Dialog>
  )
}
