import { Button } from 'react-aria-components/Button'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Select, SelectValue } from 'react-aria-components/Select'
import type { ReceiptLanguage } from '#shared/kernel/language.ts'
import { useSend } from '../../api/ask.ts'
import { useWords } from '../../i18n/Words.tsx'
import { Icon } from '../../widgets/Icon.tsx'
import options from '../../widgets/Options.module.css'
import css from './VisitorLanguage.module.css'

const names: readonly (readonly [ReceiptLanguage, string])[] = [
  ['ar', 'العربية'],
  ['fr', 'Français'],
  ['en', 'English'],
  ['es', 'Español'],
  ['de', 'Deutsch'],
  ['it', 'Italiano'],
  ['zgh', 'ⵜⴰⵎⴰⵣⵉⵖⵜ'],
  ['zh', '中文'],
]

/** What the visitor will read on the receipt, beside Arabic; each language in its own words. */
export function VisitorLanguage({ language }: { readonly language: ReceiptLanguage }) {
  const { say } = useWords()
  const { send } = useSend()
  return (
    <Select
      aria-label={say('sell.receiptLanguage')}
      value={language}
      onChange={(key) => {
        const chosen = names.find(([code]) => code === key)?.[0]
        if (chosen !== undefined) void send({ type: 'chooseLanguage', language: chosen })
      }}
    >
      <Button className={css.button ?? ''} data-testid="receipt-language">
        <Icon name="globe" size={20} />
        <SelectValue />
      </Button>
      <Popover className={`${options.popover} ${css.languages}`} placement="bottom end">
        <ListBox className={options.list ?? ''}>
          {names.map(([code, name]) => (
            <ListBoxItem
              key={code}
              id={code}
              textValue={name}
              className={options.option ?? ''}
              data-testid={`receipt-${code}`}
            >
              <span lang={code}>{name}</span>
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  )
}
