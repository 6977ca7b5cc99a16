import type { ReactNode } from 'react'
import type { SaleView } from '#shared/checkout/view.ts'
import { useWords } from '../../i18n/Words.tsx'
import { Amount } from '../../widgets/Amount.tsx'
import { Button } from '../../widgets/Button.tsx'
import css from './PayPane.module.css'

/** The shape of every way to pay: what is due above, what is typed beside the keys, one thing to press below. */
export function PayPane(props: {
  readonly title: string
  readonly sale: SaleView
  /** What this way would have to cover; cash may be rounded. */
  readonly due: number
  readonly onBack: () => void
  readonly entry: ReactNode
  readonly keys: ReactNode
  readonly foot: ReactNode
}) {
  const { say } = useWords()
  return (
    <div className={css.pane} data-testid="pay">
      <header className={css.head}>
        <Button
          look="quiet"
          icon="back"
          hint="Esc"
          label={say('app.back')}
          testId="pay-back"
          onPress={props.onBack}
        />
        <h1 className={css.title}>{props.title}</h1>
        <p className={css.due}>
          <span>{say('pay.due')}</span>
          <strong>
            <Amount minor={props.due} currency testId="pay-due" />
          </strong>
        </p>
      </header>
      <div className={css.middle}>
        <div className={css.entry}>{props.entry}</div>
        <div className={css.keys}>{props.keys}</div>
      </div>
      <footer className={css.foot}>{props.foot}</footer>
    </div>
  )
}
