import css from './Fills.module.css'

const tile = { width: 8, height: 8, patternUnits: 'userSpaceOnUse' } as const

/** The hatchings that `fillOf` names: a page with drawings has this in it, once. */
export function Fills() {
  return (
    <svg className={css.fills} width="0" height="0" aria-hidden="true" focusable="false">
      <defs>
        <pattern id="chart-slant" {...tile}>
          <path className={css.stroke} d="M-2 2L2 -2M0 8L8 0M6 10L10 6" />
        </pattern>
        <pattern id="chart-back" {...tile}>
          <path className={css.thin} d="M-2 6L2 10M0 0L8 8M6 -2L10 2" />
        </pattern>
        <pattern id="chart-dots" {...tile}>
          <circle className={css.dot} cx="2" cy="2" r="1.6" />
          <circle className={css.dot} cx="6" cy="6" r="1.6" />
        </pattern>
        <pattern id="chart-bands" {...tile}>
          <path className={css.stroke} d="M0 2H8M0 6H8" />
        </pattern>
        <pattern id="chart-grid" {...tile}>
          <path className={css.thin} d="M0 4H8M4 0V8" />
        </pattern>
      </defs>
    </svg>
  )
}
