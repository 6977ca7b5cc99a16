import type { ReactNode } from 'react'
import css from './Bars.module.css'
import { fillOf } from './fills.ts'
import { type BarMoney, percentOf } from './parts-of.ts'

export interface BarRow extends BarMoney {
  readonly key: string
  readonly name: ReactNode
  readonly value: ReactNode
  /** Under the name, quieter. */
  readonly more?: ReactNode
  /** Many together, which no one of the others should be compared with: said and not drawn. */
  readonly many?: boolean
}

/** Lengths to compare, one under another, longest first; what was given back is the hatched end. They grow as the page reads. */
export function Bars({ rows }: { readonly rows: readonly BarRow[] }) {
  const longest = Math.max(
    1,
    ...rows.filter(({ many }) => many !== true).map(({ sales, refunds }) => Math.max(sales, -refunds)),
  )
  return (
    <ul className={css.bars}>
      {rows.map(({ key, name, value, more, many, net, sales, refunds }) => (
        <li key={key} className={css.row}>
          <span className={css.name} dir="auto">
            {name}
          </span>
          <span className={css.value}>{value}</span>
          {many === true ? null : (
            <svg className={css.bar} width="100%" focusable="false" aria-hidden="true">
              <rect className={css.track} width="100%" height="100%" rx="4" />
              <rect className={css.whole} width={percentOf(net, longest)} height="100%" rx="4" />
              {refunds === 0 ? null : (
                <rect
                  className={css.back}
                  x={percentOf(net, longest)}
                  width={percentOf(Math.max(sales, -refunds) - Math.max(0, net), longest)}
                  height="100%"
                  rx="4"
                  fill={fillOf('back')}
                />
              )}
            </svg>
          )}
          {more === undefined ? null : <span className={css.more}>{more}</span>}
        </li>
      ))}
    </ul>
  )
}
