import { useWords } from '../../../i18n/Words.tsx'
import { Icon } from '../../../widgets/Icon.tsx'
import css from './Connection.module.css'
import { lackWords } from './lack-words.ts'

/** What the key may not do, each with what that means at the counter; nothing where it may do everything. */
export function Lacks({ lacks }: { readonly lacks: readonly string[] }) {
  const { say } = useWords()
  if (lacks.length === 0) return null
  const sentences = [...new Set(lacks.map((lack) => lackWords(lack, say)))]
  return (
    <div className={css.lacks} data-testid="lacks">
      <p className={css.title}>{say('market.check.lacks')}</p>
      <ul className={css.list}>
        {sentences.map((words) => (
          <li key={words} className={css.lack}>
            <Icon name="warn" size={20} />
            {words}
          </li>
        ))}
      </ul>
    </div>
  )
}
