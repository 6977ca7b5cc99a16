import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { AccountingView } from '#shared/contract/books/accounting.ts'
import { useAsk } from '../../../api/ask.ts'
import { useTillQueries } from '../../../api/till.tsx'
import { useWords } from '../../../i18n/Words.tsx'
import { Button } from '../../../widgets/Button.tsx'
import { DoneNote } from '../../../widgets/DoneNote.tsx'
import { Loading } from '../../../widgets/EmptyState.tsx'
import { RefusalNote } from '../../../widgets/RefusalNote.tsx'
import { Unread } from '../../../widgets/Unread.tsx'
import css from './Accounting.module.css'
import { AccountsPart } from './AccountsPart.tsx'
import { type AccountingDraft, draftOf, faultsOf, settingsOf } from './accounting-draft.ts'
import { TemplatePart } from './TemplatePart.tsx'
import { TryOut } from './TryOut.tsx'

/** How the journal goes to the bookkeeper: written by which template, on which accounts; tried out on a day. */
export function Accounting() {
  const { say } = useWords()
  const asked = useQuery({ ...useTillQueries().accounting.get.queryOptions(), staleTime: 0 })
  if (asked.isError) return <Unread onRetry={() => void asked.refetch()} />
  if (asked.data === undefined) return <Loading label={say('accounting.loading')} rows={5} />
  if (!asked.data.ok) return <RefusalNote refusal={asked.data.refusal} />
  return <AccountingForm view={asked.data.value} onSaved={() => void asked.refetch()} />
}

function AccountingForm(props: { readonly view: AccountingView; readonly onSaved: () => void }) {
  const { say } = useWords()
  const { ask, busy, refusal, clear } = useAsk()
  const { settings, country, today, templates } = props.view
  const [draft, setDraft] = useState(() => draftOf(settings, country))
  const [done, setDone] = useState(false)
  const faults = faultsOf(draft)
  const wanted = settingsOf(draft, country)
  const edit = (part: Partial<AccountingDraft>) => {
    clear()
    setDone(false)
    setDraft((before) => ({ ...before, ...part }))
  }
  const save = async () => {
    if (wanted === null) return
    if (!(await ask((till) => till.accounting.configure(wanted))).ok) return
    setDone(true)
    props.onSaved()
  }
  return (
    <>
      <TemplatePart draft={draft} templates={templates} onDraft={edit} />
      <AccountsPart draft={draft} country={country} faults={faults} onDraft={edit} />
      <div className={css.save}>
        <Button
          look="primary"
          size="large"
          busy={busy}
          isDisabled={wanted === null}
          testId="accounting-save"
          onPress={() => void save()}
        >
          {say('accounting.save')}
        </Button>
        {faults.size === 0 ? null : (
          <p className={css.wrong}>{say('accounting.faults', { count: faults.size })}</p>
        )}
        <DoneNote words={done ? say('accounting.saved') : ''} testId="accounting-saved" />
      </div>
      <RefusalNote refusal={refusal} onClose={clear} />
      <TryOut settings={wanted} today={today} />
    </>
  )
}
