import type { ShopSettings } from '../cart/settings.ts'
import type { Ticket } from '../cart/ticket.ts'
import { isoLocal, type Stamp } from '../kernel/stamp.ts'
import { cell, cut, row, rule, space, textBlock } from './blocks.ts'
import { qrPayload, shortCode } from './code.ts'
import type { PaperBlock, PaperDocument } from './document.ts'
import { shopHeader } from './header.ts'
import { amountText, isolated, ltr } from './isolate.ts'
import { lineBlocks } from './line-blocks.ts'
import { slipBlocks, tenderBlocks } from './payment.ts'
import { label, type Tongues, tonguesOf } from './tongues.ts'
import { vatBlocks } from './vat.ts'

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
  /** Shown in the QR only, its first eight characters. */
  readonly till?: string
}

/**
 * The paper of a finished ticket, in the visitor's language beside Arabic. Pure: the same ticket always gives the
 * same paper; the fiscal content is identical in all languages.
 */
export function receiptDocument(input: ReceiptInput): PaperDocument {
  const { ticket, settings } = input
  const tongues = tonguesOf(ticket.language, settings.receiptLanguage)
  const sign = ticket.kind === 'refund' ? -1 : 1
  return {
    language: tongues.lead,
    blocks: [
      ...trainingBanner(input, tongues),
      ...shopHeader(settings.shop, tongues),
      space(),
      ...titleBlocks(input, tongues),
      rule(),
      ...ticket.lines.flatMap((line) => lineBlocks(line, tongues, sign)),
      rule(),
      ...totalBlocks(input, tongues, sign),
      rule(),
      ...ticket.tenders.flatMap((tender) => tenderBlocks(tender, tongues, sign)),
      rule(),
      ...vatBlocks(ticket.vat, tongues, sign),
      ...ticket.tenders.flatMap((tender) => slipOf(tender)),
      rule('double'),
      ...closingBlocks(input, tongues),
      ...trainingBanner(input, tongues),
      cut,
    ],
  }
}

function titleBlocks(input: ReceiptInput, tongues: Tongues): readonly PaperBlock[] {
  const { ticket, at, copy } = input
  const big = { bold: true, size: 2 } as const
  const local = isoLocal(at)
  const [year, month, day] = local.slice(0, 10).split('-')
  const when = `${day}/${month}/${year} ${local.slice(11, 16)} UTC${local.slice(19)}`
  return [
    ...(copy > 0 ? duplicateBanner(copy, tongues) : []),
    ...(ticket.kind === 'refund' ? [textBlock(label(tongues, 'refund', big), 'center')] : []),
    row(label(tongues, 'ticket'), cell(ltr(String(ticket.number)), 'ltr', { bold: true })),
    ...(ticket.refundOf === null
      ? []
      : [row(label(tongues, 'refundOf'), cell(ltr(String(ticket.refundOf.number)), 'ltr', { bold: true }))]),
    row(label(tongues, 'date'), cell(ltr(when), 'ltr')),
    row(label(tongues, 'cashier'), cell(isolated(ticket.cashier), 'ltr')),
  ]
}

/** The word a Moroccan inspector looks for, then the visitor's. */
function duplicateBanner(copy: number, tongues: Tongues): readonly PaperBlock[] {
  return [
    textBlock(cell(`DUPLICATA ${ltr(String(copy))}`, 'ltr', { bold: true, size: 2 }), 'center'),
    textBlock(label(tongues, 'duplicate', undefined, ltr(String(copy))), 'center'),
  ]
}

function totalBlocks(input: ReceiptInput, tongues: Tongues, sign: 1 | -1): readonly PaperBlock[] {
  const { ticket, settings } = input
  const money = (minor: number) => amountText(sign * minor)
  const refund = ticket.kind === 'refund'
  const rounded = ticket.rounding !== 0
  return [
    ...(ticket.discounts === 0 || refund
      ? []
      : [row(label(tongues, 'discounts'), cell(amountText(-ticket.discounts), 'ltr'))]),
    ...grandTotal(money(ticket.gross), refund ? 'totalRefunded' : 'total', tongues),
    ...(rounded
      ? [
          row(label(tongues, 'rounding'), cell(money(ticket.rounding), 'ltr')),
          row(
            label(tongues, refund ? 'toRefund' : 'toPay', { bold: true }),
            cell(money(ticket.gross + ticket.rounding), 'ltr', { bold: true }),
          ),
        ]
      : []),
    ...euroBlocks(ticket, settings, tongues, sign),
  ]
}

/** The sum twice: large in the visitor's words, and once more in the other language. */
function grandTotal(money: string, key: 'total' | 'totalRefunded', tongues: Tongues): readonly PaperBlock[] {
  const { leadWords, otherWords, direction } = tongues
  const big = { bold: true, size: 2 } as const
  const otherDirection = direction === 'ltr' ? 'rtl' : 'ltr'
  return [
    row(cell(leadWords[key], direction, big), cell(`${money} ${leadWords.currency}`, direction, big)),
    row(cell(otherWords[key], otherDirection), cell(`${money} ${otherWords.currency}`, otherDirection)),
  ]
}

/** The sum in euros at the shop's own rate, for the visitor's eye only: the ticket is in dirhams. */
function euroBlocks(
  ticket: Ticket,
  settings: ShopSettings,
  tongues: Tongues,
  sign: 1 | -1,
): readonly PaperBlock[] {
  const rate = settings.euroRate
  if (rate === null || rate <= 0) return []
  // Half away from zero; gross is never negative here. BigInt: 10¹² centimes × 10⁴ leaves the exact integers.
  const euro = Number((BigInt(ticket.gross) * 20_000n + BigInt(rate)) / (2n * BigInt(rate)))
  const text = `${ltr(`${amountText(sign * euro)} EUR`)} (${tongues.leadWords.indicative})`
  return [textBlock(cell(text, tongues.direction), 'end')]
}

const slipOf = (tender: Ticket['tenders'][number]): readonly PaperBlock[] =>
  tender.kind === 'card' && tender.approval !== null && tender.approval.slip.length > 0
    ? [rule(), ...slipBlocks(tender.approval.slip)]
    : []

function closingBlocks(input: ReceiptInput, tongues: Tongues): readonly PaperBlock[] {
  return [
    textBlock(label(tongues, 'thanks'), 'center'),
    space(),
    { type: 'qr', data: qrPayload(input.ticket, input.hash, input.till ?? '') },
    space(),
    textBlock(cell(`${tongues.leadWords.code} ${ltr(shortCode(input.hash))}`, tongues.direction), 'center'),
  ]
}

function trainingBanner(input: ReceiptInput, tongues: Tongues): readonly PaperBlock[] {
  if (input.training !== true) return []
  const strong = { bold: true } as const
  return [
    textBlock(cell(`*** ${tongues.leadWords.training} ***`, tongues.direction, strong), 'center'),
    textBlock(
      cell(`*** ${tongues.otherWords.training} ***`, tongues.other === 'ar' ? 'rtl' : 'ltr', strong),
      'center',
    ),
  ]
}
