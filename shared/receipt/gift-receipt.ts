import type { ShopSettings } from '../cart/settings.ts'
import type { Ticket, TicketLine } from '../cart/ticket.ts'
import { localDay, type Stamp } from '../kernel/stamp.ts'
import { duplicateBanner, trainingBanner } from './banners.ts'
import { cell, cut, row, rule, space, textBlock } from './blocks.ts'
import { shortCode } from './code.ts'
import type { PaperBlock, PaperDocument } from './document.ts'
import { shopHeader } from './header.ts'
import { ltr } from './isolate.ts'
import { itemNames } from './item-names.ts'
import { label, sentence, shopTongues, type Tongues } from './tongues.ts'
import { dayText } from './when.ts'

export interface GiftReceiptInput {
  /** A sale. */
  readonly ticket: Ticket
  readonly at: Stamp
  /** Hex hash of the ticket's journal entry. */
  readonly hash: string
  /** Positions on the ticket (1 = first) that are the gift; `null`: all. A position that is not there is left out. */
  readonly lines: readonly number[] | null
  readonly settings: ShopSettings
  /** 0 = the original; n ≥ 1 = the n-th copy, marked DUPLICATA n. */
  readonly copy: number
  readonly training?: boolean
}

/**
 * What lies in the parcel: the things and where they came from, but no price, no total and no payment.
 * The bars say the ticket's number, so that whoever exchanges it finds the sale.
 */
export function giftReceiptDocument(input: GiftReceiptInput): PaperDocument {
  const { ticket, settings } = input
  const tongues = shopTongues(ticket.language, settings)
  return {
    language: tongues.lead,
    blocks: [
      ...trainingBanner(input.training, tongues),
      ...shopHeader(settings.shop, tongues),
      space(),
      ...titleBlocks(input, tongues),
      rule(),
      ...giftLines(input).flatMap((line) => thingBlocks(line, tongues)),
      rule('double'),
      ...sentence(tongues, 'exchangeOnly', 'center'),
      space(),
      { type: 'barcode', symbology: 'code128', data: String(ticket.number), text: true },
      space(),
      textBlock(cell(`${tongues.leadWords.code} ${ltr(shortCode(input.hash))}`, tongues.direction), 'center'),
      ...trainingBanner(input.training, tongues),
      cut,
    ],
  }
}

const giftLines = ({ ticket, lines }: GiftReceiptInput): readonly TicketLine[] =>
  lines === null ? ticket.lines : ticket.lines.filter((_line, index) => lines.includes(index + 1))

function titleBlocks(input: GiftReceiptInput, tongues: Tongues): readonly PaperBlock[] {
  const { ticket } = input
  const { leadWords, otherWords, direction, otherDirection } = tongues
  return [
    ...duplicateBanner(input.copy, tongues),
    textBlock(cell(leadWords.giftReceipt, direction, { bold: true, size: 2 }), 'center'),
    textBlock(cell(otherWords.giftReceipt, otherDirection, { bold: true }), 'center'),
    row(label(tongues, 'ticket'), cell(ltr(String(ticket.number)), 'ltr', { bold: true })),
    row(label(tongues, 'date'), cell(dayText(localDay(input.at)), 'ltr')),
  ]
}

/** The names, and how many facing the first of them. */
function thingBlocks(line: TicketLine, tongues: Tongues): readonly PaperBlock[] {
  const { lead, other } = itemNames(line.name, line.sku, tongues)
  const many = cell(ltr(`× ${line.quantity}`), 'ltr')
  return [row(lead, many), ...(other === null ? [] : [textBlock(other, 'start')])]
}
