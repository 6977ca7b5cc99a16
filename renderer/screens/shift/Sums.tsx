import { Amount } from '../../widgets/Amount.tsx'
import css from './Sums.module.css'

export interface SumRow {
  readonly key: string
  readonly label: string
  /** Whole minor units, signed. */
  readonly minor: number
  readonly strong?: boolean
  readonly tone?: 'good' | 'wait'
}

/** Amounts under each other, decimals in line. */
export function Sums({ rows }: { readonly rows: readonly SumRow[] }) {
  return (
    <dl className={css.sums}>
      {rows.map((row) => (
        <div
          key={row.key}
          className={css.row}
          data-strong={row.strong ?? false}
          data-tone={row.tone ?? 'none'}
        >
          <dt>{row.label}</dt>
          <dd>
            <Amount minor={row.minor} testId={`sum-${row.key}`} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
