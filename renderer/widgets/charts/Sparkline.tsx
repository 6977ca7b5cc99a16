import css from './Sparkline.module.css'

/** How something went, without numbers: a line in the direction the page reads. @param values two or more */
export function Sparkline({ values }: { readonly values: readonly number[] }) {
  const least = Math.min(0, ...values)
  const span = Math.max(1, Math.max(...values) - least)
  const step = 100 / Math.max(1, values.length - 1)
  const points = values
    .map((value, place) => `${place * step},${38 - (36 * (value - least)) / span}`)
    .join(' ')
  return (
    <svg
      className={css.spark}
      viewBox="0 0 100 40"
      preserveAspectRatio="none"
      width="100%"
      height="40"
      focusable="false"
      aria-hidden="true"
    >
      <polyline className={css.line} points={points} />
    </svg>
  )
}
