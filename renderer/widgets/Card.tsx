import type { ComponentProps } from 'react'
import css from './Card.module.css'

/** One thing with all that is said of it and can be done with it, in its box. */
export function Card({
  roomy = false,
  ...rest
}: Omit<ComponentProps<'section'>, 'className'> & {
  /** More room between its parts, where they are many. */
  readonly roomy?: boolean
}) {
  return <section {...rest} className={css.card} data-roomy={roomy} />
}
