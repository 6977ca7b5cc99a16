import type { MarketImport } from '#shared/contract/marketplace.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { Fact, Facts } from '../../../widgets/Facts.tsx'
import { LongList } from '../../../widgets/LongList.tsx'
import { troubleWords } from '../market-trouble.ts'
import css from './Connection.module.css'

/** Two lines of text and the room around them, CSS px. */
const rowHeight = 66

/** What came or would come, and each piece that cannot be taken with why. */
export function ImportResult(props: { readonly found: MarketImport; readonly would: boolean }) {
  const { say } = useWords()
  const { found, added, changed, refused } = props.found
  return (
    <div className={css.found} data-testid="import-result">
      {props.would ? <p className={css.title}>{say('market.import.would')}</p> : null}
      <Facts figures>
        <Fact name={say('market.import.found')}>{found}</Fact>
        <Fact name={say('market.import.added')}>{added}</Fact>
        <Fact name={say('market.import.changed')}>{changed}</Fact>
        <Fact name={say('market.import.refused')}>{refused.length}</Fact>
      </Facts>
      {refused.length === 0 ? null : (
        <>
          <p className={css.title}>{say('market.import.why')}</p>
          <LongList
            label={say('market.import.why')}
            items={refused.map((each, place) => ({ ...each, place }))}
            // A sku may be there twice: that is why it is not taken.
            keyOf={({ place }) => String(place)}
            rowHeight={rowHeight}
          >
            {({ sku, name, trouble }) => {
              const { title, next } = troubleWords(trouble, say)
              return (
                <div className={css.refused} data-trouble={trouble.code}>
                  <p>
                    <strong dir="auto">{name}</strong> <bdi className={css.quiet}>{sku}</bdi>
                  </p>
                  <p>
                    {title}. {next}
                  </p>
                  {trouble.text === '' ? null : (
                    <p className={css.quiet}>
                      {say('market.row.said')} <q dir="auto">{trouble.text}</q>
                    </p>
                  )}
                </div>
              )
            }}
          </LongList>
        </>
      )}
    </div>
  )
}
