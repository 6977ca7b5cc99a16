import { useEffect, useRef } from 'react'
import type { LineView, SaleView } from '#shared/checkout/view.ts'
import type { CustomerWords } from '#shared/i18n/customer/words.ts'
import { nearestLanguage, type ReceiptLanguage } from '#shared/kernel/language.ts'
import { add } from '#shared/money/amount.ts'
import { nameIn } from '../../i18n/name-in.ts'
import { AboutEuro, Figure } from '../../widgets/Amount.tsx'
import css from './CustomerLines.module.css'

/** What is being rung up, newest in sight, and what it comes to. */
export function CustomerLines(props: {
  readonly words: CustomerWords
  readonly language: ReceiptLanguage
  readonly sale: SaleView
  readonly lines: readonly LineView[]
}) {
  const { words, sale, lines } = props
  const part = sale.paid > 0
  const newest = useRef<HTMLLIElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each further line is brought into sight
  useEffect(() => {
    newest.current?.scrollIntoView({ block: 'end' })
  }, [lines.length])
  return (
    <div className={css.sale}>
      <ol className={css.lines} data-testid="customer-lines">
        {lines.map((line, place) => (
          <li key={line.lineId} className={css.line} ref={place === lines.length - 1 ? newest : null}>
            <bdi className={css.name}>{nameIn(line.name, nearestLanguage[props.language])}</bdi>
            {line.quantity > 1 ? (
              <span className={css.many} dir="ltr">
                {line.quantity} ×
              </span>
            ) : null}
            <span className={css.gross}>
              <Figure minor={line.gross} currency={null} />
            </span>
          </li>
        ))}
      </ol>
      <div className={css.foot} aria-live="polite">
        {part ? (
          <p className={css.paid}>
            <span>
              {words.total} <Figure minor={add(sale.total, sale.duty.taken)} currency={null} />
            </span>
            <span>
              {words.paid} <Figure minor={sale.paid} currency={null} />
            </span>
          </p>
        ) : null}
        <p className={css.total}>
          <span className={css.label}>{part ? words.toPay : words.total}</span>
          <span className={css.figure}>
            <Figure minor={part ? sale.due : sale.total} currency={words.currency} testId="customer-total" />
          </span>
        </p>
        {sale.duty.onRest === 0 ? null : (
          <p className={css.euro} data-testid="customer-in-cash">
            {words.inCash} <Figure minor={sale.dueInCash} currency={words.currency} />
          </p>
        )}
        {sale.totalEuro === null || part ? null : (
          <p className={css.euro}>
            <AboutEuro cents={sale.totalEuro} />
          </p>
        )}
      </div>
    </div>
  )
}
