import type { ScreenLanguage } from '../kernel/language.ts'

/** The kinds of craft the demo shop sells; a shop may use its own keys, which are then shown as they are. */
export const demoCategories = {
  rugs: { ar: 'زرابي', fr: 'Tapis', en: 'Rugs' },
  leather: { ar: 'جلديات', fr: 'Cuir', en: 'Leather' },
  copper: { ar: 'نحاسيات', fr: 'Cuivre', en: 'Copper' },
  pottery: { ar: 'فخار وخزف', fr: 'Poterie', en: 'Pottery' },
  wood: { ar: 'خشب', fr: 'Bois', en: 'Wood' },
  textile: { ar: 'أثواب وألبسة', fr: 'Textile', en: 'Textiles' },
  jewellery: { ar: 'حلي', fr: 'Bijoux', en: 'Jewellery' },
  baskets: { ar: 'سلال ورافيا', fr: 'Vannerie', en: 'Basketry' },
  argan: { ar: 'أركان وتجميل', fr: 'Argan et beauté', en: 'Argan & beauty' },
  lanterns: { ar: 'فوانيس', fr: 'Lanternes', en: 'Lanterns' },
} as const satisfies Readonly<Record<string, Readonly<Record<ScreenLanguage, string>>>>

export type DemoCategory = keyof typeof demoCategories

/** In the order of the tiles. */
export const demoCategoryKeys = Object.keys(demoCategories) as readonly DemoCategory[]

const isDemoCategory = (key: string): key is DemoCategory => Object.hasOwn(demoCategories, key)

/** The name of a category on a screen; a key we do not know is the shop's own word and is shown as written. */
export const categoryName = (key: string, language: ScreenLanguage): string =>
  isDemoCategory(key) ? demoCategories[key][language] : key
