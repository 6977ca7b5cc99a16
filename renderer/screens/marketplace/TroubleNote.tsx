import type { ListingTrouble } from '#shared/marketplace/facts.ts'
import { useWords } from '../../i18n/Words.tsx'
import { Icon } from '../../widgets/Icon.tsx'
import { troubleWords } from './market-trouble.ts'
import css from './TroubleNote.module.css'

/** Why the marketplace did not do something: what happened, what to do, and its own words. */
export function TroubleNote(props: {
  readonly trouble: ListingTrouble
  /** What it means here, where that is more than what happened there. */
  readonly title?: string
}) {
  const { say } = useWords()
  const { trouble } = props
  const { title, next } = troubleWords(trouble, say)
  return (
    <div className={css.note} data-testid="trouble" data-trouble={trouble.code}>
      <Icon name="warn" />
      <div className={css.words}>
        <p className={css.title}>{props.title ?? title}</p>
        {props.title === undefined ? null : <p>{title}</p>}
        <p>{next}</p>
        {trouble.text === '' ? null : (
          <p className={css.said}>
            {say('market.row.said')} <q dir="auto">{trouble.text}</q>
          </p>
        )}
      </div>
    </div>
  )
}
