import { createIntl, createIntlCache, type IntlShape } from '@formatjs/intl'
import type { ScreenLanguage } from '../../kernel/language.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { refusalsAr } from './ar.ts'
import { refusalsEn } from './en.ts'
import { refusalsFr } from './fr.ts'
import { sentenceValues } from './params.ts'
import type { RefusalTable, RefusalWords } from './words.ts'

export const refusalTables: Readonly<Record<ScreenLanguage, RefusalTable>> = {
  ar: refusalsAr,
  fr: refusalsFr,
  en: refusalsEn,
}

const flatten = (table: RefusalTable): Record<string, string> =>
  Object.fromEntries(
    Object.entries(table).flatMap(([code, words]) =>
      Object.entries(words).map(([part, message]) => [`${code}.${part}`, message]),
    ),
  )

const cache = createIntlCache()
const speakers = new Map<ScreenLanguage, IntlShape<string>>()

function speaker(language: ScreenLanguage): IntlShape<string> {
  const known = speakers.get(language)
  if (known !== undefined) return known
  const intl = createIntl<string>(
    {
      // Western digits in Arabic, as the shops of Morocco write them.
      locale: language === 'ar' ? 'ar-MA' : language,
      messages: flatten(refusalTables[language]),
      onError: (defect) => {
        throw defect
      },
    },
    cache,
  )
  speakers.set(language, intl)
  return intl
}

/**
 * A refusal in words a cashier says: what happened, what happened to the money, what to do next. Holes the refusal
 * does not fill give the sentence without them; never throws for a code of the table.
 */
export function refusalWords(refusal: Refusal, language: ScreenLanguage): RefusalWords {
  const intl = speaker(language)
  const values = sentenceValues(refusal.params)
  const say = (part: keyof RefusalWords): string =>
    intl.formatMessage({ id: `${refusal.code}.${part}` }, values)
  return { title: say('title'), money: say('money'), next: say('next') }
}
