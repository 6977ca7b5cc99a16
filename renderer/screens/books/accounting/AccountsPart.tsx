import type { AccountKey } from '#shared/books/accounting/account-plan.ts'
import { accountPlans } from '#shared/books/accounting/account-plans.data.ts'
import { accountNames } from '#shared/i18n/accounting/account-names.data.ts'
import type { CountryCode } from '#shared/tax/regime.ts'
import type { VatRate } from '#shared/tax/vat-class.ts'
import { useDevices } from '../../../api/till.tsx'
import { useWords } from '../../../i18n/Words.tsx'
import { Card } from '../../../widgets/Card.tsx'
import { Part } from '../../../widgets/ScrollPage.tsx'
import { TextEntry } from '../../../widgets/TextEntry.tsx'
import css from './Accounting.module.css'
import { type AccountGroup, accountGroups } from './account-groups.ts'
import { type AccountingDraft, type DraftFaults, percentOf, type RateDraft } from './accounting-draft.ts'

interface PartProps {
  readonly draft: AccountingDraft
  readonly country: CountryCode
  readonly faults: DraftFaults
  readonly onDraft: (part: Partial<AccountingDraft>) => void
}

const groups = Object.keys(accountGroups) as readonly AccountGroup[]

/** Every account the journal books to, with what the country's plan has where the shop's is another. */
export function AccountsPart(props: PartProps) {
  const { say } = useWords()
  return (
    <Part title={say('accounting.accounts')} testId="accounting-accounts">
      <p className={css.quiet}>{say(`accounting.plan.${props.country}`)}</p>
      {groups.map((group) => (
        <Card key={group} roomy>
          <h3 className={css.group}>{say(`accounting.group.${group}`)}</h3>
          <div className={css.fields}>
            {accountGroups[group].map((key) => (
              <AccountField key={key} {...props} of={key} />
            ))}
            {group === 'money' ? <CardFields {...props} /> : null}
            {group === 'sales' ? <RateFields {...props} side="sales" /> : null}
            {group === 'state' ? <RateFields {...props} side="vat" /> : null}
            {group === 'state' ? <Percentages {...props} /> : null}
          </div>
        </Card>
      ))}
    </Part>
  )
}

function AccountField({ draft, country, faults, onDraft, of }: PartProps & { readonly of: AccountKey }) {
  const { say, language } = useWords()
  const usual = accountPlans[country].accounts[of]
  const account = draft.accounts[of]
  return (
    <TextEntry
      label={accountNames[language][of]}
      value={account}
      onChange={(typed) => onDraft({ accounts: { ...draft.accounts, [of]: typed.trim() } })}
      maxLength={11}
      direction="ltr"
      error={faults.has(of) ? say('accounting.account.wrong') : null}
      {...(account === usual ? {} : { hint: say('accounting.usual', { account: `\u2066${usual}\u2069` }) })}
      testId={`account-${of}`}
    />
  )
}

function RateFields({ draft, faults, onDraft, side }: PartProps & { readonly side: 'sales' | 'vat' }) {
  const { say } = useWords()
  const edit = (rate: VatRate, account: string) =>
    onDraft({ rates: draft.rates.map((each) => (each.rate === rate ? { ...each, [side]: account } : each)) })
  const named = ({ rate }: RateDraft): string =>
    rate === null
      ? say('accounting.rate.outside')
      : say(`accounting.rate.${side}`, { rate: `\u2066${percentOf(rate)} %\u2069` })
  const shown = side === 'sales' ? draft.rates : draft.rates.filter(({ rate }) => rate !== null && rate > 0)
  return shown.map((each) => (
    <TextEntry
      key={each.rate}
      label={named(each)}
      value={each[side]}
      onChange={(typed) => edit(each.rate, typed.trim())}
      maxLength={11}
      direction="ltr"
      error={faults.has(`${side}-${each.rate}`) ? say('accounting.account.wrong') : null}
      {...(each[side] === ''
        ? { hint: say('accounting.likeAll', { account: `\u2066${draft.accounts[side]}\u2069` }) }
        : {})}
      testId={`rate-${side}-${each.rate}`}
    />
  ))
}

function CardFields({ draft, faults, onDraft }: PartProps) {
  const { say } = useWords()
  const terminals = useDevices().filter(({ kind, health }) => kind === 'terminal' && health !== 'absent')
  return terminals.map(({ id, name }) => (
    <TextEntry
      key={id}
      label={say('accounting.card', { terminal: `\u2068${name}\u2069` })}
      value={draft.cards[id] ?? ''}
      onChange={(typed) => onDraft({ cards: { ...draft.cards, [id]: typed.trim() } })}
      maxLength={11}
      direction="ltr"
      error={faults.has(`card-${id}`) ? say('accounting.account.wrong') : null}
      {...((draft.cards[id] ?? '') === ''
        ? { hint: say('accounting.likeAll', { account: `\u2066${draft.accounts.cardClearing}\u2069` }) }
        : {})}
      testId={`card-${id}`}
    />
  ))
}

function Percentages({ draft, faults, onDraft }: PartProps) {
  const { say } = useWords()
  return (['feeVat', 'commissionVat'] as const).map((key) => (
    <TextEntry
      key={key}
      label={say(`accounting.${key}`)}
      value={draft[key]}
      onChange={(typed) => onDraft({ [key]: typed })}
      maxLength={6}
      direction="ltr"
      error={faults.has(key) ? say('accounting.percent.wrong') : null}
      hint={say(`accounting.${key}.hint`)}
      testId={key}
    />
  ))
}
