import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { Owner } from '#shared/owners/owner.ts'
import { ownerRoles } from '#shared/owners/share-rule.ts'
import { useSend } from '../../../api/ask.ts'
import { useTillQueries } from '../../../api/till.tsx'
import { screenLanguages, useWords } from '../../../i18n/Words.tsx'
import { ChoiceEntry } from '../../../widgets/ChoiceEntry.tsx'
import { FormDialog } from '../../../widgets/FormDialog.tsx'
import { OneOf } from '../../../widgets/OneOf.tsx'
import { SelectEntry } from '../../../widgets/SelectEntry.tsx'
import { TextEntry } from '../../../widgets/TextEntry.tsx'
import { type ContractDraft, type ContractFaults, draftOf, readDraft } from './contract-draft.ts'
import css from './Owners.module.css'
import { ShareFields } from './ShareFields.tsx'

/** The longest the till takes of each. */
const longest = {
  name: 120,
  nameAr: 120,
  phone: 30,
  registration: 60,
  village: 80,
  craft: 80,
  account: 20,
} as const
type TextKey = keyof typeof longest

/** What is agreed with an artisan. @param props.owner as items name them; `null`: somebody new */
export function ContractForm(props: {
  readonly contract: Owner | null
  readonly owner: string | null
  readonly onClose: () => void
  readonly onKept: (owner: Owner) => void
}) {
  const { say, language } = useWords()
  const { send, busy, refusal } = useSend()
  const { contract, owner, onClose, onKept } = props
  const [draft, setDraft] = useState(() => draftOf(contract, owner ?? '', language))
  const [faults, setFaults] = useState<ContractFaults>({})
  const fields = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // What is wrong may be out of sight above the button.
    if (Object.keys(faults).length > 0)
      fields.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [faults])
  const edit = (part: Partial<ContractDraft>) => {
    setDraft((before) => ({ ...before, ...part }))
    setFaults({})
  }
  const fault = (at: string): string | null => (faults[at] === undefined ? null : say(faults[at]))
  const keep = async () => {
    const read = readDraft(draft)
    if ('faults' in read) {
      setFaults(read.faults)
      return
    }
    if ((await send({ type: 'setOwners', owners: [read.owner] })).ok) onKept(read.owner)
  }
  const text = (key: TextKey, more: { readonly hint?: string; readonly direction?: 'ltr' } = {}) => (
    <TextEntry
      label={say(`owners.field.${key}`)}
      value={draft[key]}
      onChange={(value) => edit({ [key]: value })}
      maxLength={longest[key]}
      error={fault(key)}
      testId={`contract-${key}`}
      {...more}
    />
  )
  return (
    <FormDialog
      title={
        owner === null
          ? say('owners.contract.title.new')
          : say('owners.contract.title.change', { name: draft.name })
      }
      size="wide"
      testId="contract-dialog"
      onClose={onClose}
      refusal={refusal}
      busy={busy}
      submit={{ words: say('owners.contract.save'), testId: 'contract-save' }}
      onSubmit={() => void keep()}
    >
      <div className={css.form} ref={fields}>
        {owner === null ? <WhichOwner draft={draft} edit={edit} fault={fault} /> : null}
        <div className={css.pair}>
          {text('name')}
          {text('nameAr')}
        </div>
        <OneOf
          label={say('owners.role')}
          options={ownerRoles.map((key) => ({
            key,
            name: say(`owners.role.${key}`),
            body: say(`owners.role.${key}.body`),
          }))}
          chosen={draft.role}
          onChoose={(role) => edit({ role })}
          paired
        />
        <p className={css.quiet}>{say('owners.role.expert')}</p>
        <ShareFields draft={draft} edit={edit} fault={fault} />
        <p className={css.quiet}>{say('owners.contract.later')}</p>
        <ChoiceEntry
          label={say('owners.field.language')}
          chosen={draft.language}
          onChoose={(next) => edit({ language: next })}
          options={screenLanguages.map((key) => ({
            key,
            face: say(`owners.language.${key}`),
            testId: `papers-in-${key}`,
          }))}
        />
        <div className={css.pair}>
          {text('phone', { direction: 'ltr' })}
          {text('registration', { direction: 'ltr' })}
          {text('village')}
          {text('craft')}
          {text('account', { direction: 'ltr', hint: say('owners.field.account.hint') })}
        </div>
      </div>
    </FormDialog>
  )
}

/** Somebody whom articles name already, or a name that articles will have. */
function WhichOwner(props: {
  readonly draft: ContractDraft
  readonly edit: (part: Partial<ContractDraft>) => void
  readonly fault: (at: string) => string | null
}) {
  const { say } = useWords()
  const { draft, edit, fault } = props
  const named = useQuery(useTillQueries().owners.ofCatalogue.queryOptions({ staleTime: 0 })).data
  const known = named?.ok ? named.value : []
  // The name on paper follows until it is another.
  const choose = (owner: string) => edit({ owner, ...(draft.name === draft.owner && { name: owner }) })
  return (
    <>
      {known.length === 0 ? null : (
        <SelectEntry
          label={say('owners.field.owner.fromArticles')}
          options={known.map((key) => ({ key, label: key }))}
          chosen={draft.owner}
          onChoose={choose}
          testId="contract-known"
        />
      )}
      <TextEntry
        label={say('owners.field.owner')}
        value={draft.owner}
        onChange={choose}
        maxLength={64}
        hint={say('owners.field.owner.hint')}
        error={fault('owner')}
        testId="contract-owner"
        autoFocus
      />
    </>
  )
}
