import { useState } from 'react'
import type { HouseState } from '#shared/contract/contract.ts'
import type { Person } from '#shared/kernel/person.ts'
import { useAsk } from '../../api/ask.ts'
import { LanguageSwitch } from '../../app/LanguageSwitch.tsx'
import { useWords } from '../../i18n/Words.tsx'
import { useReads } from '../../input/reads.ts'
import { useScanner } from '../../input/scanner.ts'
import { Icon } from '../../widgets/Icon.tsx'
import { cardHolder } from './card-holder.ts'
import { PinPad } from './PinPad.tsx'
import css from './Unlock.module.css'

/** The till is locked: who is here, then their PIN. */
export function Unlock({ house }: { readonly house: HouseState }) {
  const { say, language } = useWords()
  const only = house.people.length === 1 ? (house.people[0] ?? null) : null
  const [person, setPerson] = useState<Person | null>(only)
  const { ask, busy, refusal } = useAsk()
  const [hint, setHint] = useState<'reads.unknownPerson' | 'reads.unreadable' | null>(null)
  // A label scanned now must not become a PIN.
  useScanner(() => {})
  // A staff card says who; the PIN is still asked for.
  useReads((read) => {
    const holder = read.kind === 'code' ? cardHolder(read.code, house.people) : null
    if (holder !== null) setPerson(holder)
    setHint(holder !== null ? null : read.kind === 'unreadable' ? 'reads.unreadable' : 'reads.unknownPerson')
  })
  const shop = house.settings?.shop
  return (
    <main className={css.page} data-testid="unlock">
      <header className={css.head}>
        <strong className={css.shop} dir="auto">
          {(language === 'ar' ? shop?.nameAr || shop?.name : shop?.name) ?? say('app.name')}
        </strong>
        <LanguageSwitch />
      </header>
      <section className={css.middle}>
        <h1 className={css.question}>
          {person === null ? say('unlock.who') : say('unlock.pin', { name: person.name })}
        </h1>
        {person === null ? (
          <ul className={css.people}>
            {house.people.map((each) => (
              <li key={each.id}>
                <button
                  type="button"
                  className={css.person}
                  data-testid={`unlock-person-${each.id}`}
                  onClick={() => setPerson(each)}
                >
                  <span className={css.face}>
                    <Icon name="person" size={32} />
                  </span>
                  <span className={css.name} dir="auto">
                    {each.name}
                  </span>
                  <span className={css.role}>{say(`unlock.role.${each.role}`)}</span>
                </button>
              </li>
            ))}
          </ul>
        ) : (
          <PinPad
            key={person.id}
            busy={busy}
            refusal={refusal}
            onPin={async (pin) => (await ask((till) => till.house.unlock({ person: person.id, pin }))).ok}
            onBack={only === null ? () => setPerson(null) : null}
          />
        )}
        <p role="status" className={css.hint} data-testid="unlock-hint">
          {hint === null ? '' : say(hint)}
        </p>
        {house.demo ? <p className={css.demo}>{say('unlock.demo')}</p> : null}
      </section>
    </main>
  )
}
