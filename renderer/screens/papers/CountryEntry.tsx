import { useMemo } from 'react'
import { ComboBox } from 'react-aria-components/ComboBox'
import { FieldError } from 'react-aria-components/FieldError'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { useWords } from '../../i18n/Words.tsx'
import css from '../../widgets/SearchEntry.module.css'
import { countries } from './countries.data.ts'

/** A country, found by typing the start of its name in the language of the screen. `''`: none yet. */
export function CountryEntry(props: {
  readonly label: string
  readonly country: string
  readonly onCountry: (country: string) => void
  readonly error: string | null
  readonly testId: string
}) {
  const { locale } = useWords()
  const named = useMemo(() => {
    const names = new Intl.DisplayNames(locale, { type: 'region' })
    const order = new Intl.Collator(locale)
    return countries
      .map((code) => ({ code, name: names.of(code) ?? code }))
      .sort((a, b) => order.compare(a.name, b.name))
  }, [locale])
  return (
    <ComboBox
      className={css.field ?? ''}
      selectedKey={props.country === '' ? null : props.country}
      onSelectionChange={(key) => props.onCountry(key === null ? '' : String(key))}
      isInvalid={props.error !== null}
      menuTrigger="focus"
      defaultItems={named}
    >
      <Label className={css.label ?? ''}>{props.label}</Label>
      <Input className={css.input ?? ''} data-testid={props.testId} />
      <FieldError className={css.error ?? ''}>{props.error}</FieldError>
      <Popover className={css.popover ?? ''}>
        <ListBox<{ code: string; name: string }> className={css.list ?? ''}>
          {({ code, name }) => (
            <ListBoxItem id={code} textValue={name} className={css.option ?? ''}>
              {name}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
