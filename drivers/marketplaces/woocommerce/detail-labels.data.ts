import type { ScreenLanguage } from '#shared/kernel/language.ts'
import type { PieceDetails } from '#shared/kernel/papers.ts'

/** What buyers read before each thing the shop says of a piece. */
export const detailLabels: readonly {
  readonly detail: keyof PieceDetails
  readonly label: Readonly<Record<ScreenLanguage, string>>
}[] = [
  { detail: 'maker', label: { fr: 'Artisan', en: 'Maker', ar: 'الصانع' } },
  { detail: 'village', label: { fr: 'Village', en: 'Village', ar: 'القرية' } },
  { detail: 'technique', label: { fr: 'Technique', en: 'Technique', ar: 'التقنية' } },
  { detail: 'materials', label: { fr: 'Matières', en: 'Materials', ar: 'المواد' } },
  { detail: 'dimensions', label: { fr: 'Dimensions', en: 'Dimensions', ar: 'الأبعاد' } },
  { detail: 'stamps', label: { fr: 'Estampillage', en: 'Stamps', ar: 'الختم' } },
]
