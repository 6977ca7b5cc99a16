import type { LocalizedText } from '../catalogue/item.ts'
import { nearestLanguage, type ScreenLanguage } from '../kernel/language.ts'
import { cell } from './blocks.ts'
import type { Cell } from './document.ts'
import { isolated } from './isolate.ts'
import { directionOf, type Tongues } from './tongues.ts'

const fallbacks: Readonly<Record<ScreenLanguage, readonly ScreenLanguage[]>> = {
  ar: ['ar', 'fr', 'en'],
  fr: ['fr', 'en', 'ar'],
  en: ['en', 'fr', 'ar'],
}

/** What a thing is called on one paper. */
export interface ItemNames {
  /** As near to the visitor's language as the catalogue has it; the article's code where it has no name at all. */
  readonly lead: Cell
  /** In the companion's language; `null` where the catalogue has none, or the same again. */
  readonly other: Cell | null
}

/** The names of a line in the two languages of a paper. */
export function itemNames(name: LocalizedText, sku: string, tongues: Tongues): ItemNames {
  const first = fallbacks[nearestLanguage[tongues.lead]].find((language) => written(name[language]))
  if (first === undefined) return { lead: cell(isolated(sku), 'ltr'), other: null }
  const lead = cell(isolated(name[first] ?? ''), directionOf(first))
  const beside = name[tongues.other]
  if (first === tongues.other || !written(beside)) return { lead, other: null }
  const other = cell(isolated(beside), directionOf(tongues.other))
  return { lead, other: other.text === lead.text ? null : other }
}

const written = (text: string | undefined): text is string => text !== undefined && text.trim() !== ''
