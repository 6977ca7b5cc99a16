import { createIntl, createIntlCache, type IntlShape } from '@formatjs/intl'
import type { ReceiptLanguage } from '../../kernel/language.ts'
import { lostMessages } from './lost-message.data.ts'

/** What the message to a buyer is made of. */
export interface LostPieces {
  /** As the buyer knows it. */
  readonly order: string
  /** `''`: not known. */
  readonly buyer: string
  /** As the buyer saw them. Not empty. */
  readonly pieces: readonly string[]
  /** Whether the platform has taken their money: it comes back. */
  readonly paid: boolean
  readonly shop: string
}

const cache = createIntlCache()
const speakers = new Map<ReceiptLanguage, IntlShape<string>>()

function speaker(language: ReceiptLanguage): IntlShape<string> {
  const known = speakers.get(language)
  if (known !== undefined) return known
  const { subject, body } = lostMessages[language]
  const intl = createIntl<string>(
    {
      // Western digits in Arabic, as the shops of Morocco write them.
      locale: language === 'ar' ? 'ar-MA' : language,
      messages: { subject, body },
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
 * What to say to a buyer whose piece is gone: sorry, which piece, that the money comes back, and a similar piece if they
 * like. Plain text; paragraphs are apart by an empty line.
 */
export function lostMessage(
  { order, buyer, pieces, paid, shop }: LostPieces,
  language: ReceiptLanguage,
): { readonly subject: string; readonly body: string } {
  const intl = speaker(language)
  // A name or a number in another script must not turn an Arabic sentence round.
  const held = language === 'ar' ? (text: string) => `\u2068${text}\u2069` : (text: string) => text
  const values = {
    order: held(order),
    name: buyer === '' ? 'none' : held(buyer),
    pieces: listed(pieces.map(held), language),
    count: pieces.length,
    paid: paid ? 'yes' : 'no',
    shop,
  }
  const say = (id: string): string => intl.formatMessage({ id }, values)
  return { subject: say('subject'), body: say('body').trim() }
}

/** Of Tamazight the machine's tables know no list. */
const listed = (names: readonly string[], language: ReceiptLanguage): string =>
  language === 'zgh' ? names.join(' ⴷ ') : new Intl.ListFormat(language).format(names)
