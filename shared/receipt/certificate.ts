import type { ShopSettings } from '../cart/settings.ts'
import type { LocalizedText } from '../catalogue/item.ts'
import { certificateWords } from '../i18n/documents/certificate-words.data.ts'
import type { Sku, TicketNumber } from '../kernel/ids.ts'
import type { ReceiptLanguage } from '../kernel/language.ts'
import type { PieceDetails } from '../kernel/papers.ts'
import { type BusinessDay, localDay, type Stamp } from '../kernel/stamp.ts'
import { duplicateBanner, trainingBanner } from './banners.ts'
import { cell, cut, row, rule, space, textBlock } from './blocks.ts'
import type { GreyPicture, PaperBlock, PaperDocument } from './document.ts'
import { fieldTable, roomFor, written } from './form-parts.ts'
import { shopHeader } from './header.ts'
import { ltr } from './isolate.ts'
import { itemNames } from './item-names.ts'
import { keyFingerprint } from './key-fingerprint.ts'
import { paperNumber } from './paper-number.ts'
import { shopTongues, type Tongues } from './tongues.ts'
import { dayText } from './when.ts'
import { type Wording, wording } from './wording.ts'

export interface CertificateInput {
  /** Of the certificates' own gapless series. */
  readonly number: number
  /** When it was issued. */
  readonly at: Stamp
  readonly ticketNumber: TicketNumber
  readonly soldOn: BusinessDay
  readonly sku: Sku
  readonly name: LocalizedText
  readonly piece: PieceDetails
  /** `null`: there is none that could be read; its place says so. */
  readonly picture: GreyPicture | null
  readonly settings: ShopSettings
  /** The visitor's. */
  readonly language: ReceiptLanguage
  /** What its QR says (`signedText` of a `CertificateCode`). */
  readonly signedCode: string
  /** The shop's public key, base64url. */
  readonly publicKey: string
  /** 0 = the original; n ≥ 1 = DUPLICATA n. */
  readonly copy: number
  readonly training?: boolean
}

type Words = Wording<keyof (typeof certificateWords)['fr']>

/** A visitor's certificate names the shop; its numbers for tax are for the invoice, and would take its page. */
const untaxed = { ice: '', taxId: '', patente: '', tradeRegister: '', cnss: '' } as const

const strong = { bold: true } as const

/**
 * What the shop vouches for about one piece, in the visitor's language beside the companion's, with a code that anyone
 * can check against the shop's public key. What the shop did not say is not printed. Pure.
 */
export function certificateDocument(input: CertificateInput): PaperDocument {
  const { settings, language, picture, copy, training, number, at } = input
  const tongues = shopTongues(language, settings)
  const words = wording(tongues, certificateWords[tongues.lead], certificateWords[tongues.other])
  const certificate = paperNumber('certificate', number, localDay(at))
  return {
    language: tongues.lead,
    blocks: [
      ...trainingBanner(training, tongues),
      ...shopHeader({ ...settings.shop, ...untaxed }, tongues),
      rule('double'),
      ...words.sentence('title', 'center', strong),
      ...duplicateBanner(copy, tongues),
      { type: 'picture', picture, alt: certificateWords[tongues.lead].photograph, widthShare: 0.75 },
      ...pieceBlocks(input, tongues, words),
      rule(),
      row(words.label('number', strong), cell(ltr(certificate), 'ltr', strong)),
      row(words.label('soldOn'), cell(dayText(input.soldOn), 'ltr')),
      row(words.label('ticket'), cell(ltr(String(input.ticketNumber)), 'ltr')),
      rule(),
      ...words.sentence('vouches', 'start'),
      ...roomFor(words.label('stamp'), 3),
      ...codeBlocks(input, words),
      ...trainingBanner(training, tongues),
      cut,
    ],
  }
}

function pieceBlocks(
  { name, sku, piece }: CertificateInput,
  tongues: Tongues,
  words: Words,
): readonly PaperBlock[] {
  const { lead, other } = itemNames(name, sku, tongues)
  const said = (['maker', 'village', 'technique', 'materials', 'dimensions', 'stamps'] as const).filter(
    (field) => piece[field].trim() !== '',
  )
  return [
    textBlock({ ...lead, style: strong }, 'center'),
    ...(other === null ? [] : [textBlock({ ...other, style: strong }, 'center')]),
    ...(said.length === 0
      ? []
      : [fieldTable(said.map((field) => written(words.label(field), piece[field])))]),
  ]
}

function codeBlocks({ signedCode, publicKey }: CertificateInput, words: Words): readonly PaperBlock[] {
  return [
    space(),
    { type: 'qr', data: signedCode },
    space(),
    ...words.sentence('check', 'center'),
    row(words.label('key'), cell(ltr(keyFingerprint(publicKey)), 'ltr', strong)),
  ]
}
