import { type ExportPart, exportRulesOn, leaveBy } from '../cart/export-form.ts'
import type { ShopSettings } from '../cart/settings.ts'
import { exportFormWords } from '../i18n/documents/export-form-words.ts'
import type { TicketNumber } from '../kernel/ids.ts'
import type { ReceiptLanguage } from '../kernel/language.ts'
import type { Visitor } from '../kernel/papers.ts'
import { type BusinessDay, localDay, type Stamp } from '../kernel/stamp.ts'
import { duplicateBanner, trainingBanner } from './banners.ts'
import { cell, cut, row, rule, space, textBlock } from './blocks.ts'
import type { PaperBlock, PaperDocument } from './document.ts'
import { exportInstructionBlocks } from './export-instructions.ts'
import { amountTable, fieldTable, roomFor, roomForTwo, written } from './form-parts.ts'
import { amountText, isolated, ltr, plain } from './isolate.ts'
import { numberedName } from './numbered-name.ts'
import { paperNumber } from './paper-number.ts'
import { regionName } from './region-name.ts'
import { type Tongues, tonguesOf } from './tongues.ts'
import { vatName } from './vat.ts'
import { dayText } from './when.ts'
import { wording } from './wording.ts'

export interface ExportFormInput {
  /** Of the forms' own gapless series. */
  readonly number: number
  /** When it was made out. */
  readonly at: Stamp
  /** Whose printed form it stands for; empty: the tax office's own. */
  readonly operator: string
  readonly ticketNumber: TicketNumber
  readonly soldOn: BusinessDay
  /** What it is made out for; its sums are those of the form's own journal entry. */
  readonly part: ExportPart
  /** `null`: forgotten since, as the law on personal data has it. */
  readonly visitor: Visitor | null
  /** What the visitor is told to do in. */
  readonly language: ReceiptLanguage
  readonly settings: ShopSettings
  /** 0 = the original and its copies; n ≥ 1 = all of them once more, DUPLICATA n. */
  readonly copy: number
  readonly training?: boolean
}

const tongues: Tongues = tonguesOf('fr', 'ar')
const words = wording(tongues, exportFormWords.fr, exportFormWords.ar)
const strong = { bold: true } as const

/**
 * Bordereau de vente à l'exportation (decree 2-06-574 art. 26): the original and its copies, a sheet each, alike but for
 * the line that says which it is; French and Arabic. What the visitor has to do stands on the original, in their
 * language. Pure.
 */
export function exportFormDocument(input: ExportFormInput): PaperDocument {
  const copies = exportRulesOn(input.soldOn)?.copies ?? 0
  const sheets = Array.from({ length: copies + 1 }, (_, sheet) => sheetBlocks(input, sheet, copies))
  return { language: tongues.lead, blocks: sheets.flat() }
}

/** @param sheet 0 = the original, n = copy n; the last copy stays with the seller */
function sheetBlocks(input: ExportFormInput, sheet: number, copies: number): readonly PaperBlock[] {
  const which =
    sheet === 0 ? words.label('original', strong) : words.label('copy', strong, ltr(String(sheet)))
  const whose = words.label(sheet === copies ? 'forSeller' : 'forBuyer', strong)
  return [
    ...trainingBanner(input.training, tongues),
    ...words.sentence('title', 'center', strong),
    ...lawBlocks(input.soldOn),
    row(which, whose),
    ...duplicateBanner(input.copy, tongues),
    rule(),
    ...numberBlocks(input),
    rule(),
    ...sellerBlocks(input.settings),
    rule(),
    ...buyerBlocks(input.visitor),
    rule('double'),
    ...goodsBlocks(input.part),
    rule('double'),
    ...totalBlocks(input.part),
    rule(),
    ...roomForTwo(words.label('buyerSignature'), words.label('sellerSignature')),
    textBlock(words.label('customsVisa', strong), 'start'),
    ...roomFor(words.label('customsStamp'), 5),
    ...(sheet === 0 ? exportInstructionBlocks(input) : []),
    space(),
    cut,
  ]
}

/** The articles the form rests on. */
function lawBlocks(soldOn: BusinessDay): readonly PaperBlock[] {
  const [first, second] = exportRulesOn(soldOn)?.articles ?? ['', '']
  const filled = (text: string) => text.replace('{first}', ltr(first)).replace('{second}', ltr(second))
  return [
    textBlock(cell(filled(exportFormWords.fr.law), 'ltr'), 'center'),
    textBlock(cell(filled(exportFormWords.ar.law), 'rtl'), 'center'),
  ]
}

function numberBlocks({
  number,
  at,
  operator,
  ticketNumber,
  soldOn,
}: ExportFormInput): readonly PaperBlock[] {
  const lastDay = leaveBy(soldOn)
  const formNumber = paperNumber('exportForm', number, localDay(at))
  return [
    row(words.label('number', strong), cell(ltr(formNumber), 'ltr', strong)),
    ...(operator === '' ? [] : [fieldTable([written(words.label('operator'), operator)])]),
    row(words.label('soldOn'), cell(dayText(soldOn), 'ltr')),
    row(words.label('ticket'), cell(ltr(String(ticketNumber)), 'ltr')),
    ...(lastDay === null ? [] : [row(words.label('leaveBy', strong), cell(dayText(lastDay), 'ltr', strong))]),
  ]
}

function sellerBlocks({ shop }: ShopSettings): readonly PaperBlock[] {
  const address = [shop.address, shop.city].filter(said).join(', ')
  const names = [shop.name, shop.nameAr].filter(said).map(isolated)
  return [
    textBlock(words.label('seller', strong), 'start'),
    fieldTable([
      names.length === 0
        ? written(words.label('name'), '')
        : { label: words.label('name'), value: cell(names.join('  '), 'ltr') },
      written(words.label('address'), address),
      written(words.label('taxId'), shop.taxId),
    ]),
  ]
}

function buyerBlocks(visitor: Visitor | null): readonly PaperBlock[] {
  const of = (field: keyof Visitor) => (visitor === null ? '' : plain(visitor[field]))
  return [
    textBlock(words.label('buyer', strong), 'start'),
    fieldTable([
      written(words.label('fullName'), of('name')),
      written(words.label('nationality'), regionName(of('nationality'))),
      written(words.label('passport'), of('passport')),
      written(words.label('address'), [of('address'), regionName(of('residence'))].filter(said).join(', ')),
      written(words.label('bank'), of('bank')),
    ]),
  ]
}

const said = (text: string): boolean => text !== ''

const goodsShares = [18, 14, 12]
const money = (minor: number) => cell(amountText(minor), 'ltr')

/** Nature, quantity and unit price, value and the VAT in it, line by line. */
function goodsBlocks({ lines }: ExportPart): readonly PaperBlock[] {
  const heads = [words.label('quantity'), words.label('value'), words.label('vat')]
  return [
    textBlock(words.label('goods', strong), 'start'),
    amountTable([heads], goodsShares, true),
    ...lines.flatMap(({ line, quantity, unit, gross, vat, rate }, index) => {
      const count = cell(ltr(`${quantity} × ${amountText(unit)}`), 'ltr')
      return [
        numberedName(line, index + 1, vatName(rate, tongues.leadWords), tongues),
        amountTable([[count, money(gross), money(vat)]], goodsShares, false),
      ]
    }),
  ]
}

const totalBlocks = ({ gross, vat }: ExportPart): readonly PaperBlock[] => [
  row(words.label('total'), cell(`${amountText(gross)} DH`, 'ltr')),
  row(words.label('vatToRefund', strong), cell(`${amountText(vat)} DH`, 'ltr', strong)),
]
