import type { ShopSettings } from '../cart/settings.ts'
import type { Ticket } from '../cart/ticket.ts'
import type { Stamp } from '../kernel/stamp.ts'
import { duplicateBanner, trainingBanner } from './banners.ts'
import { cell, cut, row, rule, space, textBlock } from './blocks.ts'
import { qrPayload, shortCode, tillCode } from './code.ts'
import type { PaperBlock, PaperDocument } from './document.ts'
import { shopHeader } from './header.ts'
import { isolated, ltr } from './isolate.ts'
import { lineBlocks } from './line-blocks.ts'
import { slipBlocks, tenderBlocks } from './payment.ts'
import { signatureLine } from './signature-line.ts'
import { label, shopTongues, type Tongues } from './tongues.ts'
import { dutyNote, totalBlocks } from './totals.ts'
import { vatBlocks } from './vat.ts'
import { whenText } from './when.ts'

export interface ReceiptInput {
  readonly ticket: Ticket
  /** When the sale became final. */
  readonly at: Stamp
  /** Hex hash of the ticket's journal entry. */
  readonly hash: string
  readonly settings: ShopSettings
  /** 0 = the receipt; n ≥ 1 = the n-th copy, marked DUPLICATA n. */
  readonly copy: number
  /** A training till marks every paper. */
  readonly training?: boolean
  /** Whose counter it was; its first eight characters are printed and in the QR. */
  readonly till?: string
  /** What the QR says where the shop signs its papers: the same and a signature. Printable ASCII. */
  readonly signedCode?: string
}

/**
 * The paper of a finished ticket, in the visitor's language beside the companion's: what a receipt to a consumer must
 * say (law 31-08 art. 4), and more. Pure: the same ticket always gives the same paper; the fiscal content is identical
 * in all languages.
 */
export function receiptDocument(input: ReceiptInput): PaperDocument {
  const { ticket, settings } = input
  const tongues = shopTongues(ticket.language, settings)
  const sign = ticket.kind === 'refund' ? -1 : 1
  return {
    language: tongues.lead,
    blocks: [
      ...trainingBanner(input.training, tongues),
      ...shopHeader(settings.shop, tongues),
      space(),
      ...titleBlocks(input, tongues),
      rule(),
      ...ticket.lines.flatMap((line) => lineBlocks(line, ticket, tongues, sign)),
      rule(),
      ...totalBlocks(ticket, settings, tongues),
      rule(),
      ...ticket.tenders.flatMap((tender) => tenderBlocks(tender, tongues, sign)),
      rule(),
      ...vatBlocks(ticket, tongues, sign),
      ...dutyNote(ticket, tongues),
      ...ticket.tenders.flatMap(slipOf),
      rule('double'),
      ...(ticket.kind === 'refund' ? signatureLine(tongues) : []),
      ...closingBlocks(input, tongues),
      ...trainingBanner(input.training, tongues),
      cut,
    ],
  }
}

function titleBlocks(input: ReceiptInput, tongues: Tongues): readonly PaperBlock[] {
  const { ticket, at, copy, till = '' } = input
  const strong = { bold: true } as const
  const refund = textBlock(label(tongues, 'refund', { bold: true, size: 2 }), 'center')
  return [
    ...duplicateBanner(copy, tongues),
    ...(ticket.kind === 'refund' ? [refund] : []),
    row(label(tongues, 'ticket'), cell(ltr(String(ticket.number)), 'ltr', strong)),
    ...(ticket.refundOf === null
      ? []
      : [row(label(tongues, 'refundOf'), cell(ltr(String(ticket.refundOf.number)), 'ltr', strong))]),
    row(label(tongues, 'date'), cell(whenText(at), 'ltr')),
    row(label(tongues, 'cashier'), cell(isolated(ticket.cashier), 'ltr')),
    ...(tillCode(till) === ''
      ? []
      : [row(label(tongues, 'till'), cell(ltr(`${tillCode(till)} · ${shiftCode(ticket)}`), 'ltr'))]),
  ]
}

/** Enough of a shift's id to find its Z strip by. */
const shiftCode = (ticket: Ticket): string => ticket.shiftId.slice(0, 8)

const slipOf = (tender: Ticket['tenders'][number]): readonly PaperBlock[] =>
  tender.kind === 'card' && tender.approval !== null && tender.approval.slip.length > 0
    ? [rule(), ...slipBlocks(tender.approval.slip)]
    : []

function closingBlocks(input: ReceiptInput, tongues: Tongues): readonly PaperBlock[] {
  const { ticket, hash, till = '', signedCode } = input
  return [
    textBlock(label(tongues, 'thanks'), 'center'),
    space(),
    { type: 'qr', data: signedCode ?? qrPayload(ticket, hash, till) },
    space(),
    textBlock(cell(`${tongues.leadWords.code} ${ltr(shortCode(hash))}`, tongues.direction), 'center'),
  ]
}
