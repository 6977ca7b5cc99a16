import type { MarketCheck } from '#shared/contract/marketplace.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { DoneNote } from '../../../widgets/DoneNote.tsx'
import { Fact, Facts } from '../../../widgets/Facts.tsx'
import css from './Connection.module.css'
import { Lacks } from './Lacks.tsx'

/** What the test of a connection found, in words. */
export function CheckResult({ found }: { readonly found: MarketCheck }) {
  const { say } = useWords()
  const { shop, currency, lacks, pieces } = found
  return (
    <div className={css.found} data-testid="check-result">
      <DoneNote words={say('market.check.well', { shop: `\u2068${shop}\u2069` })} />
      <Facts>
        <Fact name={say('market.check.shop')}>
          <bdi>{shop}</bdi>
        </Fact>
        <Fact name={say('market.check.currency')}>
          <bdi dir="ltr">{currency}</bdi>
        </Fact>
        <Fact name={say('market.check.found')}>{say('market.check.pieces', { count: pieces })}</Fact>
      </Facts>
      {lacks.length === 0 ? (
        <p>{say('market.check.whole')}</p>
      ) : (
        <>
          <Lacks lacks={lacks} />
          <p>{say('market.check.anyway')}</p>
        </>
      )}
      <p className={css.quiet}>{say('market.check.save.body')}</p>
    </div>
  )
}
