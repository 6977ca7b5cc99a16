import type { TicketDetail } from '#shared/contract/contract.ts'
import { nameIn } from '../../i18n/name-in.ts'
import { useWords } from '../../i18n/Words.tsx'
import { CategoryPicture } from '../../pictures/CategoryPicture.tsx'
import { Amount } from '../../widgets/Amount.tsx'
import { refundLines } from './refund-lines.ts'
import css from './TicketLines.module.css'

/** What was sold, with how much of it can still come back. */
export function TicketLines({ detail }: { readonly detail: TicketDetail }) {
  const { say, language } = useWords()
  const lefts = refundLines(detail)
  return (
    <ul className={css.lines}>
      {detail.ticket.lines.map((line, index) => {
        const left = lefts[index]?.left ?? line.quantity
        const touched = left !== line.quantity
        return (
          <li key={line.lineId} className={css.line}>
            <CategoryPicture category={line.category} seed={line.sku} className={css.picture} />
            <span className={css.what}>
              <bdi className={css.name}>{nameIn(line.name, language)}</bdi>
              <span className={css.quiet}>
                <bdi dir="ltr">
                  {line.quantity} × <Amount minor={line.agreed?.unit ?? line.posted} />
                </bdi>
                {line.agreed === null ? null : ` · ${say('sell.agreed')}`}
              </span>
              {touched ? <span className={css.back}>{say('tickets.refund.left', { left })}</span> : null}
            </span>
            <span className={css.gross}>
              <Amount minor={line.gross} />
            </span>
          </li>
        )
      })}
    </ul>
  )
}
