import type { MatchedLine, StatementLine } from '#shared/settlement/statement.ts'
import { useInCharge } from '../../../api/in-charge.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { dayIn } from '../../../i18n/when.ts'
import { Amount } from '../../../widgets/Amount.tsx'
import { Button } from '../../../widgets/Button.tsx'
import { Icon } from '../../../widgets/Icon.tsx'
import movementCss from '../Movement.module.css'
import css from './Statements.module.css'

/** A line as the bank wrote it: day, card, number, day of value and fee. */
function LineFace({ line }: { readonly line: StatementLine }) {
  const { say, money } = useWords()
  const day = (on: string): string => `\u2066${dayIn(on)}\u2069`
  const said = [
    line.on === null ? null : say('statements.line.on', { day: day(line.on) }),
    line.last4 === null ? null : `\u2066···· ${line.last4}\u2069`,
    line.authorisation === null
      ? null
      : say('settlements.line.authorisation', { number: `\u2066${line.authorisation}\u2069` }),
    line.valueOn === null ? null : say('statements.line.valueOn', { day: day(line.valueOn) }),
    line.fee === null || line.fee === 0 ? null : say('statements.line.fee', { fee: money(line.fee) }),
  ]
  return (
    <span className={movementCss.what}>
      <span className={movementCss.kind}>
        {say('statements.line', { line: String(line.line) })}
        {' · '}
        {say(`settlements.line.${line.kind}`)}
      </span>
      <span className={movementCss.quiet}>{said.filter((each) => each !== null).join(' · ')}</span>
    </span>
  )
}

const LineAmount = ({ line: { kind, amount } }: { readonly line: StatementLine }) => (
  <span className={movementCss.amount}>
    <Amount minor={kind === 'sale' ? amount : -amount} />
  </span>
)

/** A line whose payment was found. */
export function PaidLine({ line }: { readonly line: StatementLine }) {
  return (
    <div className={movementCss.row} data-testid={`line-${line.line}`}>
      <LineFace line={line} />
      <LineAmount line={line} />
    </div>
  )
}

/** A line whose payment was not found: why, and choosing it. */
export function AskingLine(props: { readonly matched: MatchedLine; readonly onChoose: () => void }) {
  const { say } = useWords()
  const inCharge = useInCharge()
  const { line, reason } = props.matched
  return (
    <div className={css.asking} data-testid={`line-${line.line}`} data-reason={reason}>
      <div className={movementCss.row}>
        <LineFace line={line} />
        <LineAmount line={line} />
      </div>
      <div className={css.why}>
        <Icon name="question" size={20} />
        <p>{say(`statements.reason.${reason ?? 'unknownHere'}`)}</p>
        {inCharge ? (
          <Button icon="search" testId={`choose-movement-${line.line}`} onPress={props.onChoose}>
            {say('statements.choose')}
          </Button>
        ) : null}
      </div>
    </div>
  )
}
