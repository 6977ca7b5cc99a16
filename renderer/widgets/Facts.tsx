import type { ReactNode } from 'react'
import css from './Facts.module.css'

/** What is known of one thing, a fact a line. `figures`: bolder and in line at the end, as sums are read. */
export function Facts(props: { readonly figures?: boolean; readonly children: ReactNode }) {
  return (
    <dl className={css.facts} data-figures={props.figures ?? false}>
      {props.children}
    </dl>
  )
}

/** A line of `Facts`. */
export function Fact(props: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </>
  )
}
