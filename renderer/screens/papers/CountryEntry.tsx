import { useMemo } from 'react'
import { useWords } from '../../i18n/Words.tsx'
import { SearchEntry } from '../../widgets/SearchEntry.tsx'
import { countries } from './countries.data.ts'

/** A country, by its name in the language of the screen. `''`: none yet. */
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
      .map((key) => ({ key, label: names.of(key) ?? key }))
      .sort((a, b) => order.compare(a.label, b.label))
  }, [locale])
  return (
    <SearchEntry
      label={props.label}
      options={named}
      chosen={props.country === '' ? null : props.country}
      onChoose={props.onCountry}
      error={props.error}
      testId={props.testId}
    />
  )
}
