/**
 * The screen's language: `WordsProvider` once at the top, `useWords()` everywhere. Switching redraws in place: no
 * state is lost, `lang` and `dir` of the page follow.
 */

import type { ReactNode } from 'react'
import { createContext, useContext, useLayoutEffect, useMemo, useState } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { createIntl, createIntlCache, RawIntlProvider } from 'react-intl'
import type { WordKey } from '#shared/i18n/screens/words.ts'
import { screenWords } from '#shared/i18n/screens/words.ts'
import type { ScreenLanguage } from '#shared/kernel/language.ts'
import { formatAmount } from '#shared/money/format.ts'

export const screenLanguages: readonly ScreenLanguage[] = ['ar', 'fr', 'en']
/** Moroccan Arabic and French: Latin digits, comma for decimals. */
const locales: Readonly<Record<ScreenLanguage, string>> = { ar: 'ar-MA', fr: 'fr-MA', en: 'en-GB' }
const key = 'hanout.language'
const leftToRight = '\u2066'
const endIsolate = '\u2069'

export type Say = (key: WordKey, values?: Readonly<Record<string, string | number>>) => string

export interface WordsAccess {
  /** The words of `key`, holes filled. */
  readonly say: Say
  /** An amount inside a sentence, with its currency; in its own direction. Alone, draw an `<Amount>`. */
  readonly money: (minor: number) => string
  readonly language: ScreenLanguage
  readonly locale: string
  readonly direction: 'ltr' | 'rtl'
  readonly chooseLanguage: (language: ScreenLanguage) => void
}

const WordsContext = createContext<WordsAccess | null>(null)
const cache = createIntlCache()

function firstLanguage(): ScreenLanguage {
  const kept = localStorage.getItem(key)
  const wanted = kept === null ? navigator.languages : [kept]
  for (const tag of wanted) {
    const found = screenLanguages.find((language) => tag.toLowerCase().startsWith(language))
    if (found !== undefined) return found
  }
  return 'fr'
}

export function WordsProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(firstLanguage)
  const locale = locales[language]
  const intl = useMemo(
    () => createIntl({ locale, messages: screenWords[language] }, cache),
    [locale, language],
  )
  const access = useMemo<WordsAccess>(
    () => ({
      say: (id, values) => intl.formatMessage({ id }, values),
      money: (minor) =>
        `${leftToRight}${formatAmount(minor)}${endIsolate}\u00a0${intl.formatMessage({ id: 'app.currency' })}`,
      language,
      locale,
      direction: language === 'ar' ? 'rtl' : 'ltr',
      chooseLanguage: (next) => {
        localStorage.setItem(key, next)
        setLanguage(next)
      },
    }),
    [intl, language, locale],
  )
  useLayoutEffect(() => {
    document.documentElement.lang = language
    document.documentElement.dir = access.direction
  }, [language, access.direction])
  return (
    <WordsContext value={access}>
      <RawIntlProvider value={intl}>
        <I18nProvider locale={locale}>{children}</I18nProvider>
      </RawIntlProvider>
    </WordsContext>
  )
}

export function useWords(): WordsAccess {
  const access = useContext(WordsContext)
  if (access === null) throw new Error('WordsProvider is missing')
  return access
}
