import { useState } from 'react'
import type { OwnerCard } from '#shared/contract/books/owners-door.ts'
import type { Owner } from '#shared/owners/owner.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { Button } from '../../../widgets/Button.tsx'
import { Card } from '../../../widgets/Card.tsx'
import { DoneNote } from '../../../widgets/DoneNote.tsx'
import { Fact, Facts } from '../../../widgets/Facts.tsx'
import { Part } from '../../../widgets/ScrollPage.tsx'
import { ContractForm } from './ContractForm.tsx'
import css from './Owners.module.css'
import { ruleWords } from './owner-words.ts'

/** What was agreed with an artisan, in plain words, and changing it. */
export function ContractPart(props: { readonly card: OwnerCard; readonly onChanged: () => void }) {
  const { say } = useWords()
  const { contract, owner } = props.card
  const [changing, setChanging] = useState(false)
  const [kept, setKept] = useState('')
  return (
    <Part
      title={say('owners.contract')}
      testId="owner-contract"
      tools={
        <Button testId="change-contract" onPress={() => setChanging(true)}>
          {say(contract === null ? 'owners.contract.enter' : 'owners.contract.change')}
        </Button>
      }
    >
      <Card>
        {contract === null ? <p>{say('owners.contract.none')}</p> : <Agreed contract={contract} />}
        <DoneNote words={kept} testId="contract-kept" />
      </Card>
      {changing ? (
        <ContractForm
          contract={contract}
          owner={owner}
          onClose={() => setChanging(false)}
          onKept={() => {
            setChanging(false)
            setKept(say('owners.contract.saved'))
            props.onChanged()
          }}
        />
      ) : null}
    </Part>
  )
}

function Agreed({ contract }: { readonly contract: Owner }) {
  const { say } = useWords()
  const rules = ruleWords(contract.share, say)
  const written = (['phone', 'registration', 'village', 'craft', 'account'] as const).filter(
    (key) => contract[key] !== '',
  )
  return (
    <>
      <Facts>
        <Fact name={say('owners.share')}>
          {rules.length === 1 ? (
            rules[0]
          ) : (
            <ul className={css.terms}>
              {rules.map((rule) => (
                <li key={rule}>{rule}</li>
              ))}
            </ul>
          )}
        </Fact>
        <Fact name={say('owners.role')}>{say(`owners.role.${contract.role}`)}</Fact>
        <Fact name={say('owners.field.language')}>{say(`owners.language.${contract.language}`)}</Fact>
        {written.map((key) => (
          <Fact key={key} name={say(`owners.field.${key}`)}>
            <bdi>{contract[key]}</bdi>
          </Fact>
        ))}
      </Facts>
      <p className={css.quiet}>{say(`owners.role.${contract.role}.body`)}</p>
    </>
  )
}
