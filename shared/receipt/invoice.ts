import type { ShopSettings } from '../cart/settings.ts'
import type { Ticket } from '../cart/ticket.ts'
import { amountInArabic } from '../i18n/documents/amount-words-ar.ts'
import { amountInFrench } from '../i18n/documents/amount-words-fr.ts'
import { invoiceWords } from '../i18n/documents/invoice-words.ts'
import type { Buyer } from '../kernel/papers.ts'
import { localDay, type Stamp } from '../kernel/stamp.ts'
import { sum } from '../money/amount.ts'
import { duplicateBanner, trainingBanner } from './banners.ts'
import { cell, cut, row, rule, space, textBlock } from './blocks.ts'
import { currencyMark } from './currency-mark.ts'
import type { PaperBlock, PaperDocument } from './document.ts'
import { fieldTable, roomFor, written } from './form-parts.ts'
import { shopHeader } from './header.ts'
import { invoiceLines, ratesTable } from './invoice-tables.ts'
import { amountText, isolated, ltr } from './isolate.ts'
import { exemptionBlocks, legalBlocks, outsideVat, underVat } from './outside-vat.ts'
import { paperNumber } from './paper-number.ts'
import { tenderBlocks } from './payment.ts'
import { label, type Tongues, tonguesOf } from './tongues.ts'
import { toPayBlocks } from './totals.ts'
import { dayText } from './when.ts'
import { wording } from './wording.ts'

export interface InvoiceInput {
  /** Of the invoices' own gapless series. */
  readonly number: number
  /** When it was issued. */
  readonly at: Stamp
  readonly buyer: Buyer
  /** The sale it bills, whole. */
  readonly ticket: Ticket
  readonly settings: ShopSettings
  /** 0 = the original; n ≥ 1 = DUPLICATA n. */
  readonly copy: number
  readonly training?: boolean
}

const tongues: Tongues = tonguesOf('fr', 'ar')
const words = wording(tongues, invoiceWords.fr, invoiceWords.ar)
const strong = { bold: true } as const
const big = { bold: true, size: 2 } as const

/**
 * The invoice of a sale between professionals, in French and Arabic, with what CGI art. 145-III asks of it: seller with
 * ICE, IF and TP article (1, 2; 145-VIII), date (3), buyer (4), goods with quantity and price (5), VAT apart or why there
 * is none (6), mode and references of payment (7), and its number in a continuous series. Pure.
 */
export function invoiceDocument(input: InvoiceInput): PaperDocument {
  const { ticket, settings, copy, training } = input
  return {
    language: tongues.lead,
    blocks: [
      ...trainingBanner(training, tongues),
      ...shopHeader(settings.shop, tongues),
      ...missingIdentifiers(settings),
      space(),
      textBlock(words.label('title', big), 'center'),
      ...duplicateBanner(copy, tongues),
      ...numberBlocks(input),
      rule(),
      ...buyerBlocks(input.buyer),
      rule('double'),
      ...invoiceLines(ticket, tongues, words),
      rule('double'),
      ...(underVat(ticket) ? [ratesTable(ticket, words)] : []),
      ...outsideVatBlocks(ticket),
      rule(),
      ...totalBlocks(ticket),
      rule(),
      textBlock(words.label('payment', strong), 'start'),
      ...ticket.tenders.flatMap((tender) => tenderBlocks(tender, tongues, 1)),
      rule(),
      ...roomFor(words.label('stamp')),
      ...trainingBanner(training, tongues),
      cut,
    ],
  }
}

/** What the law wants of the seller and the shop has not told the till: room for a pen, not silence. */
function missingIdentifiers({ shop }: ShopSettings): readonly PaperBlock[] {
  const wanted = [
    ['ICE', shop.ice],
    ['IF', shop.taxId],
    ['TP', shop.patente],
  ] as const
  const missing = wanted.filter(([, value]) => value === '')
  return missing.length === 0 ? [] : [fieldTable(missing.map(([name]) => written(cell(name, 'ltr'), '')))]
}

function numberBlocks({ number, at, ticket }: InvoiceInput): readonly PaperBlock[] {
  const issuedOn = localDay(at)
  return [
    row(words.label('number', strong), cell(ltr(paperNumber('invoice', number, issuedOn)), 'ltr', strong)),
    row(words.label('issuedOn'), cell(dayText(issuedOn), 'ltr')),
    row(words.label('soldOn'), cell(dayText(ticket.businessDay), 'ltr')),
    row(words.label('ticket'), cell(ltr(String(ticket.number)), 'ltr')),
  ]
}

function buyerBlocks(buyer: Buyer): readonly PaperBlock[] {
  return [
    textBlock(words.label('buyer', strong), 'start'),
    fieldTable([
      written(words.label('name'), buyer.name),
      written(words.label('address'), buyer.address),
      // Asked for, never insisted on: what was not given is not asked for again on paper.
      ...(buyer.ice === '' ? [] : [{ label: cell('ICE', 'ltr'), value: cell(ltr(buyer.ice), 'ltr') }]),
    ]),
  ]
}

/** Why there is no VAT where there is none, and in whose name what was not sold in the shop's. */
function outsideVatBlocks(ticket: Ticket): readonly PaperBlock[] {
  const { regime, exempt, owners } = outsideVat(ticket)
  return [
    ...(regime === null ? [] : legalBlocks(regime, tongues)),
    ...(exempt === null ? [] : exemptionBlocks(exempt, tongues)),
    ...owners.map(({ owner, gross }) =>
      row(label(tongues, 'onBehalfOf', undefined, isolated(owner)), cell(amountText(gross), 'ltr')),
    ),
  ]
}

function totalBlocks(ticket: Ticket): readonly PaperBlock[] {
  const money = (minor: number) => cell(amountText(minor), 'ltr')
  const vat = underVat(ticket)
  const closedAt = (language: 'fr' | 'ar', amount: string) =>
    `${invoiceWords[language][vat ? 'closedAt' : 'plainClosedAt']} : ${amount}.`
  return [
    ...(vat
      ? [
          row(words.label('totalNet'), money(sum(ticket.vat.map(({ net }) => net)))),
          row(words.label('totalVat'), money(sum(ticket.vat.map(({ vat }) => vat)))),
        ]
      : []),
    row(
      words.label(vat ? 'totalGross' : 'plainTotal', strong),
      cell(`${amountText(ticket.gross)} ${currencyMark(ticket, 'DH')}`, 'ltr', big),
    ),
    ...toPayBlocks(ticket, 1, tongues),
    // The sum in words is a custom of Morocco, and its words are dirhams.
    ...(ticket.currency === 'MAD'
      ? [
          textBlock(cell(closedAt('fr', amountInFrench(ticket.gross)), 'ltr'), 'start'),
          textBlock(cell(closedAt('ar', amountInArabic(ticket.gross)), 'rtl'), 'start'),
        ]
      : []),
  ]
}
