import { useState } from 'react'
import type { OwnerCard, OwnersView } from '#shared/contract/books/owners-door.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { Amount } from '../../../widgets/Amount.tsx'
import { Button } from '../../../widgets/Button.tsx'
import { EmptyState } from '../../../widgets/EmptyState.tsx'
import { RowButton, Rows } from '../../../widgets/Rows.tsx'
import { Part } from '../../../widgets/ScrollPage.tsx'
import { ContractForm } from './ContractForm.tsx'
import css from './Owners.module.css'
import { ownerFrom, ownerName } from './owner-words.ts'

/** All who leave pieces with the shop, and what is due to each. */
export function OwnerList(props: { readonly view: OwnersView; readonly onChoose: (owner: string) => void }) {
  const { say } = useWords()
  const { view, onChoose } = props
  const [entering, setEntering] = useState(false)
  const enter = (
    <Button
      look={view.owners.length === 0 ? 'primary' : 'plain'}
      icon="plus"
      testId="new-owner"
      onPress={() => setEntering(true)}
    >
      {say('owners.new')}
    </Button>
  )
  return (
    <Part title={say('owners.title')} testId="owners" {...(view.owners.length > 0 && { tools: enter })}>
      {view.owners.length === 0 ? (
        <EmptyState icon="person" title={say('owners.none.title')} body={say('owners.none.body')}>
          {enter}
        </EmptyState>
      ) : (
        <>
          <p className={css.top}>
            <span>{say('owners.due')}</span>
            <span className={css.big}>
              <Amount minor={view.due} currency testId="owners-due" />
            </span>
          </p>
          <Rows label={say('owners.title')}>
            {view.owners.map((card, place) => (
              <RowButton
                key={card.owner}
                icon="person"
                face={<Who card={card} />}
                testId={`owner-${place}`}
                onPress={() => onChoose(card.owner)}
              >
                <Balance minor={card.balance} />
              </RowButton>
            ))}
          </Rows>
        </>
      )}
      {entering ? (
        <ContractForm
          contract={null}
          owner={null}
          onClose={() => setEntering(false)}
          onKept={({ owner }) => onChoose(owner)}
        />
      ) : null}
    </Part>
  )
}

function Who({ card }: { readonly card: OwnerCard }) {
  const words = useWords()
  const from = card.contract === null ? words.say('owners.noContract') : ownerFrom(card.contract)
  return (
    <>
      <bdi>{ownerName(card, words)}</bdi>
      {from === '' ? null : (
        <>
          <br />
          <span className={css.quiet}>
            <bdi>{from}</bdi>
          </span>
        </>
      )}
    </>
  )
}

/** Without a sign: the word beside it says who owes it. */
function Balance({ minor }: { readonly minor: number }) {
  const { say } = useWords()
  return (
    <span className={css.end}>
      {minor === 0 ? null : <Amount minor={Math.abs(minor)} />}
      <span className={css.quiet}>
        {say(minor > 0 ? 'owners.balance.due' : minor < 0 ? 'owners.balance.ahead' : 'owners.balance.none')}
      </span>
    </span>
  )
}
