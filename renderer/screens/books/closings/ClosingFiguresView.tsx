import type { ClosingFigures, ClosingNotes, TerminalTakings } from '#shared/closing/closing-figures.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { Fact, Facts } from '../../../widgets/Facts.tsx'
import { Part } from '../../../widgets/ScrollPage.tsx'
import { Sums } from '../../shift/Sums.tsx'
import { AllowedThings } from './AllowedThings.tsx'
import css from './Closings.module.css'
import { CountedPiecesPart } from './CountedPiecesPart.tsx'
import { closingParts } from './closing-parts.ts'
import { Reasons } from './Reasons.tsx'

/** Every figure of a closing, or of a shift so far, and one by one what somebody did in it. */
export function ClosingFiguresView(props: {
  readonly figures: ClosingFigures
  /** `null`: of a month or a year, which only count. */
  readonly notes: ClosingNotes | null
  readonly terminals: readonly TerminalTakings[]
  readonly ever: { readonly grand: number; readonly absolute: number; readonly restores: number }
  readonly isCounted: boolean
}) {
  const { say } = useWords()
  const { figures, notes, terminals, ever, isCounted } = props
  return (
    <>
      {closingParts(figures, terminals, isCounted, say).map((part) => (
        <Part key={part.key} title={part.title} testId={`part-${part.key}`}>
          <Sums rows={part.rows} />
          {part.key === 'terminals' ? <Answers terminals={terminals} /> : null}
          {part.key === 'cash' && notes !== null ? (
            <ul className={css.notes}>
              <Reasons of={notes.cashMoves} />
            </ul>
          ) : null}
        </Part>
      ))}
      <CountedPiecesPart count={notes?.count ?? null} />
      <AllowedThings figures={figures} notes={notes} />
      {figures.parked + figures.waiting === 0 ? null : (
        <Part title={say('closings.left')}>
          <Facts figures>
            <Fact name={say('closings.left.parked')}>
              <bdi>{figures.parked}</bdi>
            </Fact>
            <Fact name={say('closings.left.waiting')}>
              <bdi>{figures.waiting}</bdi>
            </Fact>
          </Facts>
        </Part>
      )}
      <Part title={say('closings.ever')}>
        <Sums
          rows={[
            { key: 'grand', label: say('closings.ever.grand'), minor: ever.grand, strong: true },
            { key: 'absolute', label: say('closings.ever.absolute'), minor: ever.absolute },
          ]}
        />
        {ever.restores === 0 ? null : (
          <p className={css.quiet}>
            {say('closings.ever.restores')}: {say('closings.looked.times', { count: ever.restores })}
          </p>
        )}
      </Part>
    </>
  )
}

/** Who has not answered, and what is in dispute. */
function Answers({ terminals }: { readonly terminals: readonly TerminalTakings[] }) {
  const { say } = useWords()
  const disputed = terminals.reduce((sum, each) => sum + each.disputed, 0)
  return (
    <>
      {terminals.some(({ told }) => told === null) ? (
        <p className={css.quiet}>{say('closings.terminals.notTold')}</p>
      ) : null}
      {disputed === 0 ? null : <p>{say('closings.terminals.disputed', { count: disputed })}</p>}
    </>
  )
}
