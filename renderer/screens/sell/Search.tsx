import type { Ref } from 'react'
import { useWords } from '../../i18n/Words.tsx'
import { Button } from '../../widgets/Button.tsx'
import { Icon } from '../../widgets/Icon.tsx'
import css from './Search.module.css'

/** The bar's field: words look in the catalogue as they are typed, Enter reads the text as a code. */
export function Search(props: {
  readonly ref: Ref<HTMLInputElement>
  readonly text: string
  readonly onText: (text: string) => void
  /** Enter: resolves to whether something was added. */
  readonly onCode: (code: string) => Promise<boolean>
}) {
  const { say } = useWords()
  return (
    <search className={css.search}>
      <Icon name="scan" />
      <input
        ref={props.ref}
        className={css.input}
        data-testid="search"
        type="text"
        dir="auto"
        maxLength={64}
        autoComplete="off"
        spellCheck={false}
        aria-label={say('sell.search')}
        aria-keyshortcuts="F2"
        placeholder={say('sell.search')}
        value={props.text}
        onChange={(event) => props.onText(event.target.value)}
        onKeyDown={async (event) => {
          const code = props.text.trim()
          if (event.key === 'Enter' && code !== '' && (await props.onCode(code))) props.onText('')
        }}
      />
      {props.text === '' ? (
        <span className={css.hint} aria-hidden="true">
          F2
        </span>
      ) : (
        <Button
          look="quiet"
          size="small"
          icon="cross"
          label={say('sell.search.clear')}
          onPress={() => props.onText('')}
        />
      )}
    </search>
  )
}
