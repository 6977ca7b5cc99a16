import type { VatClass } from './vat-class.ts'

/** Goods whose VAT is never given back at the border. */
export type ExcludedGoods =
  | 'food'
  | 'tobacco'
  | 'medicine'
  | 'looseStones'
  | 'weapons'
  | 'transport'
  | 'culturalGoods'

export interface ExportExclusion {
  readonly goods: ExcludedGoods
  /** Categories as shops write them in their catalogues; compared without case, accents and Arabic marks. */
  readonly categories: readonly string[]
  /** Only under these classes; `null`: whatever the class. */
  readonly vat: readonly VatClass[] | null
}

/**
 * CGI art. 92-I-39° as the guides list it: food solid or liquid, manufactured tobacco, medicines, unset precious
 * stones, weapons, private means of transport with their equipment, cultural goods. A category may hold more than one
 * kind: `argan` at 10 % is oil to eat (the line of fluid food oils in the VAT return), at 20 % it is for the skin.
 */
export const exportExclusions: readonly ExportExclusion[] = [
  { goods: 'food', categories: ['argan', 'argan oil', "huile d'argan", 'أركان', 'زيت أركان'], vat: ['10'] },
  {
    goods: 'food',
    categories: [
      'food',
      'foods',
      'groceries',
      'drinks',
      'spices',
      'tea',
      'honey',
      'dates',
      'olive oil',
      'oil',
      'sweets',
      'aliment',
      'aliments',
      'alimentation',
      'alimentaire',
      'épicerie',
      'boissons',
      'épices',
      'thé',
      'miel',
      'dattes',
      "huile d'olive",
      'huile',
      'gâteaux',
      'amlou',
      'أغذية',
      'مواد غذائية',
      'مشروبات',
      'توابل',
      'شاي',
      'عسل',
      'تمور',
      'زيت',
      'زيت الزيتون',
      'حلويات',
      'أملو',
    ],
    vat: null,
  },
  { goods: 'tobacco', categories: ['tobacco', 'cigars', 'tabac', 'tabacs', 'cigares', 'تبغ'], vat: null },
  {
    goods: 'medicine',
    categories: ['medicine', 'medicines', 'médicament', 'médicaments', 'pharmacie', 'أدوية'],
    vat: null,
  },
  {
    goods: 'looseStones',
    categories: [
      'loose stones',
      'gems',
      'gemstones',
      'pierres',
      'pierres précieuses',
      'pierres non montées',
      'أحجار كريمة',
    ],
    vat: null,
  },
  { goods: 'weapons', categories: ['weapons', 'arms', 'armes', 'أسلحة'], vat: null },
  {
    goods: 'transport',
    categories: ['vehicles', 'vehicle parts', 'véhicules', 'pièces de véhicules', 'مركبات'],
    vat: null,
  },
  {
    goods: 'culturalGoods',
    categories: [
      'antiques',
      'antiquities',
      'fossils',
      'cultural goods',
      'antiquités',
      'fossiles',
      'biens culturels',
      'تحف قديمة',
      'آثار',
      'مستحثات',
    ],
    vat: null,
  },
]
