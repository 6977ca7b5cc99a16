import type { ReactNode } from 'react'
import type { AmountEntry } from '../../input/amount-entry.ts'
import { pressKey } from '../../input/amount-entry.ts'
import { AmountField } from '../../widgets/AmountField.tsx'
import { Keypad } from '../../widgets/Keypad.tsx'
import css from './MoneyForm.module.css'

/** A question about money: what is asked on one side, the keypad on the other. */
export function MoneyForm(props: {
  readonly title: string
  readonly body: string
  readonly label: string
  readonly entry: AmountEntry
  readonly onEntry: (entry: AmountEntry) => void
  readonly onEnter: () => void
  readonly testId: string
  readonly children: ReactNode
}) {
  return (
    <section className={css.form}>
      <div className={css.question}>
        <h2 className={css.title}>{props.title}</h2>
        <p className={css.body}>{props.body}</p>
        <AmountField
          label={props.label}
          entry={props.entry}
          onEntry={props.onEntry}
          onEnter={props.onEnter}
          testId={props.testId}
          autoFocus
        />
        {props.children}
      </div>
      <Keypad kind="amount" onKey={(key) => props.onEntry(pressKey(props.entry, key))} />
    </section>
  )
}
