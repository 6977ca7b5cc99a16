import type { CartLine } from '../cart/line.ts'
import { cell, textBlock } from './blocks.ts'
import type { PaperBlock } from './document.ts'
import { ltr } from './isolate.ts'
import { itemNames } from './item-names.ts'
import type { Tongues } from './tongues.ts'
import { vatName } from './vat.ts'

/** `1. Tajine en terre cuite (TVA 20 %)  طاجين من الفخار`: a line of a form by name, and the VAT it is under. */
export function numberedName(line: CartLine, position: number, tongues: Tongues): PaperBlock {
  const { lead, other } = itemNames(line.name, line.sku, tongues)
  const rated = `${ltr(`${position}.`)} ${lead.text} (${vatName(line.vat, tongues.leadWords)})`
  const both = other === null ? rated : `${rated}${tongues.between}${other.text}`
  return textBlock(cell(both, tongues.direction), 'start')
}
