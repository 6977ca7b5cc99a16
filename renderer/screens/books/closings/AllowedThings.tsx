import type { ClosingFigures, ClosingNotes } from '#shared/closing/closing-figures.ts'
import type { PaperKind } from '#shared/kernel/paper-kinds.ts'
import { amountIn } from '../../../i18n/amount-in.ts'
import { nameIn } from '../../../i18n/name-in.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { timeIn } from '../../../i18n/when.ts'
import { Amount } from '../../../widgets/Amount.tsx'
import { Fact, Facts } from '../../../widgets/Facts.tsx'
import { Part } from '../../../widgets/ScrollPage.tsx'
import css from './Closings.module.css'
import { Reasons } from './Reasons.tsx'

const named = (text: string): string => `\u2068${text}\u2069`

/** What somebody allowed, opened or printed again, who and when. */
export function AllowedThings(props: {
  readonly figures: ClosingFigures
  readonly notes: ClosingNotes | null
}) {
  const { say, language } = useWords()
  const { figures, notes } = props
  const { overrides, noSales, reprints, standingTests, unknownAttempts } = figures
  return (
    <Part title={say('closings.looked')} testId="part-looked">
      <Facts figures>
        <Fact name={say('closings.looked.overrides', { count: overrides.count })}>
          <Amount minor={overrides.amount} />
        </Fact>
        <Fact name={say('closings.looked.noSales')}>{say('closings.looked.times', { count: noSales })}</Fact>
        <Fact name={say('closings.looked.reprints')}>
          {say('closings.looked.times', { count: reprints })}
        </Fact>
        {standingTests.count === 0 ? null : (
          <Fact name={say('closings.looked.tests', { count: standingTests.count })}>
            <Amount minor={standingTests.amount} />
          </Fact>
        )}
        {unknownAttempts.count === 0 ? null : (
          <Fact name={say('closings.looked.unknown', { count: unknownAttempts.count })}>
            <Amount minor={unknownAttempts.amount} />
          </Fact>
        )}
      </Facts>
      {notes === null ? null : (
        <ul className={css.notes}>
          {notes.overrides.map((each, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a closing never changes
            <li key={`override-${index}`}>
              {say('closings.looked.override', {
                ticket: `\u2066${each.ticket}\u2069`,
                name: named(nameIn(each.name, language)),
              })}
              <br />
              <span className={css.quiet}>
                {say('closings.looked.allowed', {
                  posted: amountIn(each.posted, say),
                  agreed: amountIn(each.agreed, say),
                  manager: named(each.manager),
                  reason: named(each.reason),
                })}
              </span>
            </li>
          ))}
          <Reasons of={notes.noSales} />
          {notes.reprints.map(({ at, paper }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a closing never changes
            <li key={`reprint-${index}`}>
              <bdi dir="ltr">{timeIn(at)}</bdi> {paperWords(paper, say)}
            </li>
          ))}
        </ul>
      )}
    </Part>
  )
}

/** `Receipt of ticket 12`, of `receipt 12`: ids that nobody reads out are left out. */
function paperWords(key: string, say: ReturnType<typeof useWords>['say']): string {
  const [kind = '', of = ''] = key.split(' ')
  return say(`papers.kind.${kind as PaperKind}`, { number: /^\d+$/.test(of) ? `\u2066${of}\u2069` : '' })
}
