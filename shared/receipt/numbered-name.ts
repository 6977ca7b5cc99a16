import type { CartLine } from '../cart/line.ts'
import { cell, textBlock } from './blocks.ts'
import type { PaperBlock } from './document.ts'
import { ltr } from './isolate.ts'
import { itemNames } from './item-names.ts'
import type { Tongues } from './tongues.ts'

/**
 * `1. Tajine en terre cuite (TVA 20 %)  طاجين من الفخار`: a line of a form by name, and the VAT it is under.
 * @param vat in the leading language; `null`: not said
 */
export function numberedName(
  line: CartLine,
  position: number,
  vat: string | null,
  tongues: Tongues,
): PaperBlock {
  const { lead, other } = itemNames(line.name, line.sku, tongues)
  const rated = `${ltr(`${position}.`)} ${lead.text}${vat === null ? '' : ` (${vat})`}`
  const both = other === null ? rated : `${rated}${tongues.between}${other.text}`
  return textBlock(cell(both, tongues.direction), 'start')
}
