import type { ReactNode } from 'react'
import type { Refusal } from '#shared/kernel/refusal.ts'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import css from './FormDialog.module.css'
import { RefusalNote } from './RefusalNote.tsx'

/** A dialog with something to fill in: the entries, why the till said no, and the one thing that sends it. */
export function FormDialog(props: {
  readonly title: string
  readonly size?: 'normal' | 'wide'
  readonly testId: string
  readonly onClose: () => void
  readonly children: ReactNode
  readonly refusal: Refusal | null
  readonly busy: boolean
  readonly submit: { readonly words: string; readonly testId: string }
  readonly onSubmit: () => void
  /** Below the form, no part of what it sends. */
  readonly after?: ReactNode
}) {
  return (
    <Dialog title={props.title} size={props.size ?? 'normal'} onClose={props.onClose} testId={props.testId}>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (!props.busy) props.onSubmit()
        }}
      >
        {props.children}
        <RefusalNote refusal={props.refusal} />
        <Button look="primary" size="large" wide type="submit" busy={props.busy} testId={props.submit.testId}>
          {props.submit.words}
        </Button>
      </form>
      {props.after}
    </Dialog>
  )
}
