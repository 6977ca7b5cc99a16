/** What a buyer reads before each detail of a piece. */
export const detailWords = {
  fr: {
    maker: 'Artisan',
    village: 'Village',
    technique: 'Technique',
    materials: 'Matières',
    dimensions: 'Dimensions',
    stamps: 'Poinçons et estampilles',
    weight: 'Poids',
  },
  ar: {
    maker: 'الصانع',
    village: 'القرية',
    technique: 'التقنية',
    materials: 'المواد',
    dimensions: 'الأبعاد',
    stamps: 'الأختام والدمغات',
    weight: 'الوزن',
  },
  en: {
    maker: 'Maker',
    village: 'Village',
    technique: 'Technique',
    materials: 'Materials',
    dimensions: 'Dimensions',
    stamps: 'Hallmarks and stamps',
    weight: 'Weight',
  },
} as const
