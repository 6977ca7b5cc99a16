import type { ShopIdentity } from '../kernel/shop.ts'
import { cell, textBlock } from './blocks.ts'
import type { PaperBlock } from './document.ts'
import { isolated, ltr, plain } from './isolate.ts'
import type { Tongues } from './tongues.ts'

const big = { bold: true, size: 2 } as const

/**
 * Who sells: name, place, and the identifiers a consumer's receipt must carry (law 31-08 art. 4; CGI art. 145-III,
 * 145-VIII). What the shop left empty is not printed.
 */
export function shopHeader(shop: ShopIdentity, tongues: Tongues): readonly PaperBlock[] {
  const names = [
    ...(shop.name === '' ? [] : [textBlock(cell(plain(shop.name), 'ltr', big), 'center')]),
    ...(shop.nameAr === '' ? [] : [textBlock(cell(plain(shop.nameAr), 'rtl', big), 'center')]),
  ]
  const place = [shop.address, shop.city].filter((part) => part !== '').map(isolated)
  const lines = [
    place.join(', '),
    shop.phone === '' ? '' : `${phoneWord(tongues)} ${ltr(shop.phone)}`,
    numbered('ICE', shop.ice),
    [numbered('IF', shop.taxId), numbered('TP', shop.patente)].filter((part) => part !== '').join('  '),
    [numbered('RC', shop.tradeRegister), numbered('CNSS', shop.cnss)]
      .filter((part) => part !== '')
      .join('  '),
  ]
  return [
    ...(tongues.lead === 'ar' ? names.reverse() : names),
    ...lines.filter((line) => line !== '').map((line) => textBlock(cell(line, 'ltr'), 'center')),
  ]
}

/** Identifiers are in Latin letters in Morocco, and so is the line of the telephone as long as one tongue is. */
const phoneWord = ({ lead, leadWords, otherWords }: Tongues): string =>
  (lead === 'ar' ? otherWords : leadWords).phone

const numbered = (name: string, value: string): string => (value === '' ? '' : `${name} ${ltr(value)}`)
