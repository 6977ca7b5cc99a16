import type { LocalizedText } from '#shared/catalogue/item.ts'
import type { OnlinePiece } from '#shared/marketplace/online.ts'
import { describe, details } from '../description.ts'
import { keptText } from '../kept-piece.ts'
import { lengthPlaces, shifted, weightPlaces } from '../shifted.ts'
import type { Mapping } from './mapping-schema.ts'
import { moneyOut } from './money-out.ts'
import type { Filling, Values } from './template.ts'

const languages = ['ar', 'fr', 'en'] as const

/** What a mapping can say of a piece. @param photographs as the marketplace knows them */
export function pieceFilling(mapping: Mapping, piece: OnlinePiece, photographs: readonly string[]): Filling {
  const { language } = mapping
  const { sizeMillimetres: size } = piece
  const length = (mm: number | undefined): number | null =>
    mm === undefined ? null : Number(shifted(mm, lengthPlaces[mapping.length]))
  return {
    values: {
      'piece.sku': piece.sku,
      'piece.name': textIn(piece.name, language),
      'piece.description': textIn(piece.description, language),
      ...Object.fromEntries(languages.map((each) => [`piece.name.${each}`, piece.name[each] ?? null])),
      ...Object.fromEntries(
        languages.map((each) => [`piece.description.${each}`, piece.description[each] ?? null]),
      ),
      'piece.html': describe(piece, language),
      'piece.price': moneyOut(mapping.money, piece.price),
      'piece.currency': 'MAD',
      'piece.unique': piece.unique,
      'piece.count': piece.count,
      ...Object.fromEntries(details.map((detail) => [`piece.${detail}`, piece.details[detail]])),
      'piece.weight':
        piece.weightGrams === null ? null : Number(shifted(piece.weightGrams, weightPlaces[mapping.weight])),
      'piece.length': length(size?.length),
      'piece.width': length(size?.width),
      'piece.height': length(size?.height),
      'piece.kept': keptText(piece),
    },
    lists: {
      photographs: photographs.map((id) => ({ 'photograph.id': id })),
      translations: translationsOf(piece),
    },
  }
}

const translationsOf = ({ name, description }: OnlinePiece): readonly Values[] =>
  languages
    .filter((each) => name[each] !== undefined)
    .map((each) => ({
      'translation.language': each,
      'translation.name': name[each] ?? '',
      'translation.description': description[each] ?? '',
    }))

/** The marketplace's language, else the first there is. */
const textIn = (text: LocalizedText, language: Mapping['language']): string =>
  text[language] ?? text.fr ?? text.en ?? text.ar ?? ''
