import { refusalWords } from '#shared/i18n/refusals/refusal-words.ts'
import type { Refusal } from '#shared/kernel/refusal.ts'
import { useWords } from '../i18n/Words.tsx'
import { Button } from './Button.tsx'
import { Icon } from './Icon.tsx'
import css from './RefusalNote.module.css'

/**
 * Why the till said no, beside what was pressed: what happened, what happened to the money, what to do next. Always
 * mounted, so that a screen reader hears it when it appears. `data-refusal` carries the code.
 */
export function RefusalNote(props: { readonly refusal: Refusal | null; readonly onClose?: () => void }) {
  const { language, say } = useWords()
  const words = props.refusal === null ? null : refusalWords(props.refusal, language)
  return (
    <div role="status" aria-live="polite" className={css.place}>
      {words === null || props.refusal === null ? null : (
        <div className={css.note} data-refusal={props.refusal.code} data-testid="refusal">
          <Icon name="warn" />
          <div className={css.words}>
            <p className={css.title}>{words.title}</p>
            <p>{words.money}</p>
            <p>{words.next}</p>
          </div>
          {props.onClose === undefined ? null : (
            <Button look="quiet" size="small" icon="cross" label={say('app.close')} onPress={props.onClose} />
          )}
        </div>
      )}
    </div>
  )
}
