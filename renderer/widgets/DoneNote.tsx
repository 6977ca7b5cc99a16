import css from './DoneNote.module.css'
import { Icon } from './Icon.tsx'

/** That what was asked is done, in words; `''`: nothing yet. Its place stays, so that a screen reader hears it come. */
export function DoneNote(props: { readonly words: string; readonly testId?: string }) {
  return (
    <p role="status" className={css.done} data-testid={props.testId}>
      {props.words === '' ? null : (
        <>
          <Icon name="tick" size={20} /> {props.words}
        </>
      )}
    </p>
  )
}
