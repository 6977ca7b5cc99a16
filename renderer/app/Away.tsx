import { useEffect, useState } from 'react'
import type { LineState } from '../api/line.ts'
import { useWords } from '../i18n/Words.tsx'
import { Icon } from '../widgets/Icon.tsx'
import css from './Away.module.css'

/** After this long people should be told what they can do themselves. */
const longMs = 15_000

/** The till is not answering: a calm strip over the last view, or the whole page where there is none yet. */
export function Away({ firstTime, line }: { readonly firstTime: boolean; readonly line: LineState }) {
  const { say } = useWords()
  const [long, setLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), longMs)
    return () => clearTimeout(timer)
  }, [])
  if (firstTime) {
    return (
      <main className={css.page} data-testid="connecting">
        <h1 className={css.name}>{say('app.name')}</h1>
        <p role="status">{line === 'open' ? say('app.loading') : say('app.connecting')}</p>
        {long ? <p className={css.quiet}>{say('app.away.long')}</p> : null}
      </main>
    )
  }
  return (
    <div className={css.strip} role="alert" data-testid="away">
      <Icon name="plug" />
      <div>
        <p className={css.title}>{say('app.away.title')}</p>
        <p>{say('app.away.body')}</p>
        {long ? <p>{say('app.away.long')}</p> : null}
      </div>
    </div>
  )
}
