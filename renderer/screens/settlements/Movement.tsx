import type { CardMovement } from '#shared/settlement/movement.ts'
import { useWords } from '../../i18n/Words.tsx'
import { whenIn } from '../../i18n/when.ts'
import { Amount } from '../../widgets/Amount.tsx'
import css from './Movement.module.css'

/** Card money that moved: what for, when, on which card, and how much; money that went back stands with a minus. */
export function Movement({ movement }: { readonly movement: CardMovement }) {
  const { say } = useWords()
  const { kind, ticket, approval, decidedBy, amount } = movement
  const last4 = approval?.maskedPan?.slice(-4) ?? null
  const authorisation = approval?.authorisation ?? null
  return (
    <>
      <span className={css.what}>
        <span className={css.kind}>
          {say(`settlements.line.${kind}`)}
          {' · '}
          {ticket === null
            ? say('settlements.line.test')
            : say('settlements.line.ticket', { number: String(ticket) })}
        </span>
        <span className={css.quiet}>
          {whenIn(movement.at)}
          {last4 === null ? null : (
            <>
              {' · '}
              <bdi dir="ltr">···· {last4}</bdi>
            </>
          )}
          {authorisation === null ? null : (
            <>
              {' · '}
              {say('settlements.line.authorisation', { number: `\u2066${authorisation}\u2069` })}
            </>
          )}
          {decidedBy.kind === 'person' ? (
            <>
              {' · '}
              {say('settlements.line.byPerson', { name: `\u2068${decidedBy.name}\u2069` })}
            </>
          ) : null}
        </span>
      </span>
      <span className={css.amount}>
        <Amount minor={kind === 'sale' ? amount : -amount} />
      </span>
    </>
  )
}
