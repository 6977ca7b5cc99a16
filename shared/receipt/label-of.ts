import type { ShopSettings } from '../cart/settings.ts'
import type { CatalogueItem, LocalizedText } from '../catalogue/item.ts'
import type { ReceiptLanguage } from '../kernel/language.ts'
import type { LabelSizeKey } from '../kernel/paper-kinds.ts'
import { cell } from './blocks.ts'
import type { Cell } from './document.ts'
import { amountText, isolated, plain } from './isolate.ts'
import type { Label } from './label.ts'
import { labelCode } from './label-code.ts'
import { directionOf, tonguesOf } from './tongues.ts'

/**
 * The price label of an item: its name in the shop's language and in the companion (one of the two is Arabic, as the
 * order of 2008 on price display asks), its posted price with all taxes in (law 31-08), who made it and where.
 */
export function labelOf(
  item: CatalogueItem,
  settings: Pick<ShopSettings, 'receiptLanguage' | 'paperCompanion'>,
  size: LabelSizeKey,
): Label {
  const { lead, other, leadWords, direction } = tonguesOf(settings.receiptLanguage, settings.paperCompanion)
  return {
    names: namesOf(item, [lead, other]),
    price: amountText(item.price),
    currency: cell(leadWords.currency, direction),
    notes: notesOf(item),
    code: labelCode(item, size),
  }
}

/** Each name once, in the order asked for; the sku where the catalogue has no name at all. */
function namesOf(item: CatalogueItem, languages: readonly ReceiptLanguage[]): readonly Cell[] {
  const found = languages.map((language) => named(item.name, language)).filter((name) => name !== null)
  if (found.length === 0) {
    const left = item.name.ar ?? item.name.fr ?? item.name.en ?? item.sku
    return [cell(plain(left), directionOfText(left))]
  }
  return found.filter((name, place) => found.findIndex((each) => each.text === name.text) === place)
}

/** Catalogues speak three languages; a shop whose papers lead in a fourth has its labels in English or French. */
function named(name: LocalizedText, language: ReceiptLanguage): Cell | null {
  const text = language === 'ar' ? name.ar : language === 'fr' ? (name.fr ?? name.en) : (name.en ?? name.fr)
  return text === undefined || plain(text) === ''
    ? null
    : cell(plain(text), directionOf(language === 'ar' ? 'ar' : 'fr'))
}

/** Who made it and where; then what an inspector looks for on it. */
function notesOf(item: CatalogueItem): readonly Cell[] {
  const origin = [item.maker, item.village]
    .filter((part) => part !== null)
    .filter((part) => plain(part) !== '')
  const notes = [origin.map(isolated).join(' · '), plain(item.details?.stamps ?? '')]
  return notes.filter((note) => note !== '').map((note) => cell(note, directionOfText(note)))
}

/** The direction of the first letter, as UAX #9 P2 finds it: makers and stamps come in either script. */
const directionOfText = (text: string): Cell['direction'] =>
  /^\P{L}*\p{Script=Arabic}/u.test(text) ? 'rtl' : 'ltr'
