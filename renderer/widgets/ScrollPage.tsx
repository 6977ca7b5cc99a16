import { createContext, type ReactNode, useContext, useState } from 'react'
import css from './ScrollPage.module.css'

const Scroller = createContext<HTMLElement | null>(null)

/** What scrolls around a list, for drawing only what is in sight of it; `null` before it is drawn. */
export const useScroller = (): HTMLElement | null => useContext(Scroller)

/** A page of parts below each other that scrolls as one. */
export function ScrollPage({ children }: { readonly children: ReactNode }) {
  const [scroller, setScroller] = useState<HTMLElement | null>(null)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a page that scrolls must be reachable by keyboard
    <div className={css.page} ref={setScroller} tabIndex={0}>
      <Scroller value={scroller}>
        <div className={css.parts}>{children}</div>
      </Scroller>
    </div>
  )
}

/** One part of the page under its heading. `tools`: what can be done with all of it. */
export function Part(props: {
  readonly title: string
  readonly tools?: ReactNode
  readonly testId?: string
  readonly children: ReactNode
}) {
  return (
    <section className={css.part} {...(props.testId === undefined ? {} : { 'data-testid': props.testId })}>
      <div className={css.head}>
        <h2 className={css.title}>{props.title}</h2>
        {props.tools}
      </div>
      {props.children}
    </section>
  )
}
