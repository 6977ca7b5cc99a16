import type { TicketLine } from '../cart/ticket.ts'
import { cell, textBlock } from './blocks.ts'
import type { PaperBlock } from './document.ts'
import { ltr } from './isolate.ts'
import { itemNames } from './item-names.ts'
import type { Tongues } from './tongues.ts'
import { vatName } from './vat.ts'

/** `1. Tajine en terre cuite  طاجين من الفخار (TVA 20 %)`: a line of a form by name, and the VAT it is under. */
export function numberedName(line: TicketLine, position: number, tongues: Tongues): PaperBlock {
  const { lead, other } = itemNames(line.name, line.sku, tongues)
  const both = other === null ? lead.text : `${lead.text}${tongues.between}${other.text}`
  const rate = vatName(line.vat, tongues.leadWords)
  return textBlock(cell(`${ltr(`${position}.`)} ${both} (${rate})`, tongues.direction), 'start')
}
