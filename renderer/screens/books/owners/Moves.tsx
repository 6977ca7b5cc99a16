import type { AccountMove, OwnerGift, OwnerLine, OwnerPeriod } from '#shared/owners/account.ts'
import { useSend } from '../../../api/ask.ts'
import { amountIn } from '../../../i18n/amount-in.ts'
import { nameIn } from '../../../i18n/name-in.ts'
import { useWords } from '../../../i18n/Words.tsx'
import { dayIn } from '../../../i18n/when.ts'
import { Amount } from '../../../widgets/Amount.tsx'
import { Button } from '../../../widgets/Button.tsx'
import { RefusalNote } from '../../../widgets/RefusalNote.tsx'
import css from './Owners.module.css'

const isolated = (text: string): string => `\u2066${text}\u2069`

/** What sold, what came back, what was given; newest first. */
export function Moves({ period }: { readonly period: OwnerPeriod }) {
  const { say } = useWords()
  const { moves, earlier } = period
  if (moves.length === 0) return <p className={css.quiet}>{say('owners.account.none')}</p>
  const named = moves.map((move, place) => ({ move, key: keyOf(move, place) })).reverse()
  return (
    <>
      <ul className={css.moves} aria-label={say('owners.account')}>
        {named.map(({ move, key }) => (
          <li key={key} className={css.move}>
            {move.kind === 'line' ? <Line line={move.line} /> : <Gift gift={move.gift} />}
          </li>
        ))}
      </ul>
      {earlier === 0 ? null : (
        <p className={css.quiet}>{say('owners.account.earlier', { count: earlier })}</p>
      )}
    </>
  )
}

const keyOf = (move: AccountMove, place: number): string =>
  move.kind === 'line' ? `${move.line.ticket}/${place}` : `paid ${move.gift.seq}`

function Line({ line }: { readonly line: OwnerLine }) {
  const { say, language } = useWords()
  const count = line.quantity === 1 ? '' : `${isolated(`${line.quantity} ×`)} `
  return (
    <>
      <span className={css.what}>
        <span>
          {count}
          <bdi>{nameIn(line.name, language) || line.sku}</bdi>
        </span>
        <span className={css.quiet}>
          {isolated(dayIn(line.soldOn))} ·{' '}
          {say(line.gross < 0 ? 'owners.move.returned' : 'owners.move.sold', { ticket: String(line.ticket) })}
        </span>
      </span>
      <span className={css.end}>
        <Amount minor={line.due} />
        <span className={css.quiet}>{say('owners.move.of', { amount: amountIn(line.gross, say) })}</span>
      </span>
    </>
  )
}

function Gift({ gift }: { readonly gift: OwnerGift }) {
  const { say } = useWords()
  const { send, busy, refusal } = useSend()
  const { what, by, reference, paidOn, amount, seq } = gift
  return (
    <>
      <span className={css.what}>
        <span>{say(`owners.move.${what}`, { by: say(`owners.pay.by.${by}`) })}</span>
        <span className={css.quiet}>
          {isolated(dayIn(paidOn))}
          {reference === '' ? '' : ` · ${isolated(reference)}`}
        </span>
      </span>
      <Button
        look="quiet"
        size="small"
        icon="printer"
        busy={busy}
        label={say('owners.move.slip')}
        testId={`slip-${seq}`}
        onPress={() => void send({ type: 'printPaper', paper: { kind: 'payoutSlip', payout: seq } })}
      />
      <span className={css.end}>
        <Amount minor={-amount} />
      </span>
      <RefusalNote refusal={refusal} />
    </>
  )
}
