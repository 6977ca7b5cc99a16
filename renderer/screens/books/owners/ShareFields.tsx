import { mostTiers } from '#shared/owners/rule-trouble.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { type AmountEntry, shown, typed } from '../../../input/amount-entry.ts'
import { Button } from '../../../widgets/Button.tsx'
import { OneOf } from '../../../widgets/OneOf.tsx'
import { TextEntry } from '../../../widgets/TextEntry.tsx'
import { type ContractDraft, shareKinds } from './contract-draft.ts'
import css from './Owners.module.css'

interface FieldsProps {
  readonly draft: ContractDraft
  readonly edit: (part: Partial<ContractDraft>) => void
  readonly fault: (at: string) => string | null
}

/** The artisan's part: which kind, and its figures. */
export function ShareFields(props: FieldsProps) {
  const { say } = useWords()
  const { draft, edit, fault } = props
  return (
    <>
      <OneOf
        label={say('owners.share')}
        options={shareKinds.map((key) => ({
          key,
          name: say(`owners.share.${key}`),
          body: say(`owners.share.${key}.body`),
        }))}
        chosen={draft.kind}
        onChoose={(kind) => edit({ kind })}
        paired
      />
      {draft.kind === 'percentage' ? (
        <PercentEntry
          value={draft.percent}
          onChange={(percent) => edit({ percent })}
          error={fault('percent')}
          testId="share-percent"
        />
      ) : null}
      {draft.kind === 'fixed' ? (
        <PriceEntry
          label={say('owners.share.perUnit')}
          value={draft.perUnit}
          onChange={(perUnit) => edit({ perUnit })}
          error={fault('perUnit')}
          testId="share-perUnit"
        />
      ) : null}
      {draft.kind === 'tiered' ? <Tiers {...props} /> : null}
    </>
  )
}

function Tiers({ draft, edit, fault }: FieldsProps) {
  const { say } = useWords()
  const change = (place: number, part: Partial<ContractDraft['tiers'][number]>) =>
    edit({ tiers: draft.tiers.map((tier, at) => (at === place ? { ...tier, ...part } : tier)) })
  return (
    <div className={css.form}>
      {draft.tiers.map((tier, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is where it stands
        <div key={place} className={css.tier}>
          <PriceEntry
            label={say('owners.share.upTo')}
            value={tier.upTo}
            onChange={(upTo) => change(place, { upTo })}
            error={fault(`tier-${place}-upTo`)}
            testId={`tier-${place}-upTo`}
          />
          <PercentEntry
            value={tier.percent}
            onChange={(percent) => change(place, { percent })}
            error={fault(`tier-${place}-percent`)}
            testId={`tier-${place}-percent`}
          />
          <Button
            look="quiet"
            icon="trash"
            label={say('owners.share.dropTier')}
            isDisabled={draft.tiers.length === 1}
            testId={`tier-${place}-drop`}
            onPress={() => edit({ tiers: draft.tiers.filter((_, at) => at !== place) })}
          />
        </div>
      ))}
      <div className={css.tier}>
        <p>{say('owners.share.above')}</p>
        <PercentEntry
          value={draft.above}
          onChange={(above) => edit({ above })}
          error={fault('above')}
          testId="tier-above"
        />
      </div>
      <div>
        <Button
          icon="plus"
          isDisabled={draft.tiers.length >= mostTiers - 1}
          testId="add-tier"
          onPress={() => edit({ tiers: [...draft.tiers, { upTo: '', percent: '' }] })}
        >
          {say('owners.share.addTier')}
        </Button>
      </div>
    </div>
  )
}

interface EntryProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error: string | null
  readonly testId: string
}

function PercentEntry(props: EntryProps) {
  const { say } = useWords()
  return <TextEntry {...props} label={say('owners.share.percent')} maxLength={10} direction="ltr" />
}

function PriceEntry({ value, onChange, ...rest }: EntryProps & { readonly label: string }) {
  const change = (text: string) => {
    const entry: AmountEntry | null = typed(text)
    if (entry !== null) onChange(entry)
  }
  return <TextEntry {...rest} value={shown(value)} onChange={change} maxLength={16} direction="ltr" />
}
