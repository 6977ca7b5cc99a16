import { useState } from 'react'
import type { ParkedView } from '#shared/checkout/view.ts'
import { useSend } from '../../api/ask.ts'
import { useWords } from '../../i18n/Words.tsx'
import { Amount } from '../../widgets/Amount.tsx'
import { Button } from '../../widgets/Button.tsx'
import { Dialog, Sheet } from '../../widgets/Dialog.tsx'
import { EmptyState } from '../../widgets/EmptyState.tsx'
import { RefusalNote } from '../../widgets/RefusalNote.tsx'
import { TextEntry } from '../../widgets/TextEntry.tsx'
import css from './Parked.module.css'

const longestName = 60

/** A name to find the sale by again. */
export function ParkDialog({ onClose }: { readonly onClose: () => void }) {
  const { say } = useWords()
  const { send, busy, refusal } = useSend()
  const [name, setName] = useState('')
  const park = async () => {
    if (name.trim() !== '' && (await send({ type: 'park', name: name.trim() })).ok) onClose()
  }
  return (
    <Dialog title={say('sell.park.title')} testId="park-dialog" onClose={onClose}>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault()
          void park()
        }}
      >
        <TextEntry
          label={say('sell.park.name')}
          hint={say('sell.park.hint')}
          value={name}
          onChange={setName}
          maxLength={longestName}
          testId="park-name"
          autoFocus
        />
        <RefusalNote refusal={refusal} />
        <Button
          look="primary"
          size="large"
          type="submit"
          testId="confirm-park"
          busy={busy}
          isDisabled={name.trim() === ''}
        >
          {say('sell.park')}
        </Button>
      </form>
    </Dialog>
  )
}

/** The sales that wait, each one touch away. */
export function ParkedSheet(props: { readonly parked: readonly ParkedView[]; readonly onClose: () => void }) {
  const { say } = useWords()
  const { send, busy, refusal } = useSend()
  const resume = async (name: string) => {
    if ((await send({ type: 'resume', name })).ok) props.onClose()
  }
  return (
    <Sheet title={say('sell.parkedTitle')} testId="parked-sheet" onClose={props.onClose}>
      <RefusalNote refusal={refusal} />
      {props.parked.length === 0 ? (
        <EmptyState icon="park" title={say('sell.parked.none')} body={say('sell.parked.noneBody')} />
      ) : (
        <ul className={css.list}>
          {props.parked.map((sale) => (
            <li key={sale.saleId}>
              <button
                type="button"
                className={css.sale}
                disabled={busy}
                data-testid={`resume-${sale.name}`}
                onClick={() => void resume(sale.name)}
              >
                <strong dir="auto">{sale.name}</strong>
                <span className={css.amount}>
                  <Amount minor={sale.total} currency />
                </span>
                <span className={css.lines}>{say('sell.lines', { count: sale.lineCount })}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  )
}
