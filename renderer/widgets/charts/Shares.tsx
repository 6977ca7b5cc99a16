import type { ReactNode } from 'react'
import { type Fill, fillOf, fills } from './fills.ts'
import { percentOf } from './parts-of.ts'
import css from './Shares.module.css'

export interface ShareRow {
  readonly key: string
  readonly name: ReactNode
  /** Minor units; what is negative has no place in the bar. */
  readonly amount: number
  readonly value: ReactNode
  readonly share: ReactNode
}

const fillAt = (place: number): Fill => fills[place % fills.length] ?? 'whole'

/** Parts of one whole, side by side and told apart by their hatching; each named below. */
export function Shares({ rows }: { readonly rows: readonly ShareRow[] }) {
  const whole = Math.max(
    1,
    rows.reduce((sum, { amount }) => sum + Math.max(0, amount), 0),
  )
  let before = 0
  return (
    <div className={css.shares}>
      <svg className={css.bar} width="100%" focusable="false" aria-hidden="true">
        {rows.map(({ key, amount }, place) => {
          const x = percentOf(before, whole)
          before += Math.max(0, amount)
          return (
            <rect
              key={key}
              className={css.part}
              x={x}
              width={percentOf(amount, whole)}
              height="100%"
              fill={fillOf(fillAt(place))}
            />
          )
        })}
      </svg>
      <ul className={css.names}>
        {rows.map(({ key, name, value, share }, place) => (
          <li key={key} className={css.row}>
            <svg className={css.swatch} focusable="false" aria-hidden="true">
              <rect className={css.part} width="100%" height="100%" rx="4" fill={fillOf(fillAt(place))} />
            </svg>
            <span className={css.name}>
              {name}
              <span className={css.share}>{share}</span>
            </span>
            <span className={css.value}>{value}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
