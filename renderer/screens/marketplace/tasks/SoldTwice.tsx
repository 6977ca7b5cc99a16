import { useState } from 'react'
import type { SoldTwiceView } from '#shared/contract/marketplace.ts'
import { useInCharge } from '../../../api/in-charge.ts'
import { nameIn } from '../../../i18n/name-in.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { whenIn } from '../../../i18n/when.ts'
import { Button } from '../../../widgets/Button.tsx'
import { Card } from '../../../widgets/Card.tsx'
import { Icon } from '../../../widgets/Icon.tsx'
import { SettledOtherwise } from './SettledOtherwise.tsx'
import css from './Tasks.module.css'

/** A piece that another till of the shop sold, too: whose money goes back is for people to find out. */
export function SoldTwice({ piece }: { readonly piece: SoldTwiceView }) {
  const { say, language } = useWords()
  const inCharge = useInCharge()
  const [closing, setClosing] = useState(false)
  const { sku, name, ours, theirs, since } = piece
  const tickets = { ours: String(ours), theirs: String(theirs) }
  return (
    <Card roomy data-testid={`twice-${sku}`}>
      <header className={css.head}>
        <Icon name="question" />
        <h3 className={css.title}>
          {say('market.twice', { piece: `\u2068${nameIn(name, language)}\u2069` })}
        </h3>
        <p className={css.since}>{say('market.task.since', { when: whenIn(since) })}</p>
      </header>
      <section className={css.money}>
        <h4 className={css.heading}>{say('market.task.money')}</h4>
        <p>{say('market.twice.money')}</p>
      </section>
      <section className={css.part}>
        <h4 className={css.heading}>{say('market.task.happened')}</h4>
        <p>{say('market.twice.body', tickets)}</p>
      </section>
      <section className={css.part}>
        <h4 className={css.heading}>{say('market.task.do')}</h4>
        <p>{say('market.twice.do', tickets)}</p>
        {inCharge ? (
          <div className={css.act}>
            <Button
              size="large"
              icon="person"
              wide
              testId={`twice-close-${sku}`}
              onPress={() => setClosing(true)}
            >
              {say('market.task.other')}
            </Button>
            <p className={css.quiet}>{say('market.twice.other.hint')}</p>
          </div>
        ) : (
          <p>{say('market.task.managers')}</p>
        )}
      </section>
      {closing ? (
        <SettledOtherwise
          title={say('market.twice.other.title')}
          body={say('market.twice.other.body')}
          hint={say('market.twice.other.note.hint')}
          question={(till, note) => till.marketplace.closeSoldTwice({ sku, ticket: ours, note })}
          onClose={() => setClosing(false)}
        />
      ) : null}
    </Card>
  )
}
