import type { ShopSettings } from '../cart/settings.ts'
import type { ReceiptWords } from '../i18n/receipt/words.ts'
import type { Approval, AttemptPurpose } from '../kernel/attempt.ts'
import type { TicketNumber } from '../kernel/ids.ts'
import type { ReceiptLanguage } from '../kernel/language.ts'
import type { Stamp } from '../kernel/stamp.ts'
import type { Dirham } from '../money/amount.ts'
import { formatMoney } from '../money/format.ts'
import { duplicateBanner, trainingBanner } from './banners.ts'
import { cell, cut, row, rule, textBlock } from './blocks.ts'
import type { PaperBlock, PaperDocument } from './document.ts'
import { shopHeader } from './header.ts'
import { isolated, ltr } from './isolate.ts'
import { approvalBlocks, schemeOf, slipBlocks } from './payment.ts'
import { label, shopTongues, type Tongues } from './tongues.ts'
import { whenText } from './when.ts'

/** An approved attempt whose terminal has no paper of its own. */
export interface CardSlipInput {
  readonly approval: Approval
  readonly purpose: AttemptPurpose
  /** ≥ 0; the purpose says which way it went. */
  readonly amount: Dirham
  /** When the till learnt of the approval. */
  readonly at: Stamp
  /** `null` while the sale is still open, and for a test, which becomes no ticket. */
  readonly ticket: TicketNumber | null
  /** Of the cardholder's half; the merchant's is in the shop's own. */
  readonly language: ReceiptLanguage
  readonly settings: ShopSettings
  /** 0 = the original; n ≥ 1 = the n-th copy, marked DUPLICATA n. */
  readonly copy: number
  readonly training?: boolean
}

const titles: Readonly<Record<AttemptPurpose, keyof ReceiptWords>> = {
  payment: 'payment',
  test: 'payment',
  refund: 'refund',
  void: 'cancellation',
}

/** Both halves in one job, a cut between them: the merchant's to keep, the cardholder's to take away. */
export function cardSlipDocument(input: CardSlipInput): PaperDocument {
  const { settings, language } = input
  const half = (tongues: Tongues, whose: 'merchantCopy' | 'cardholderCopy') => [
    ...trainingBanner(input.training, tongues),
    ...shopHeader(settings.shop, tongues),
    rule(),
    ...duplicateBanner(input.copy, tongues),
    textBlock(label(tongues, titles[input.purpose], { bold: true }), 'center'),
    textBlock(label(tongues, whose), 'center'),
    rule(),
    ...bodyBlocks(input, tongues),
    ...trainingBanner(input.training, tongues),
    cut,
  ]
  return {
    language,
    blocks: [
      ...half(shopTongues(settings.receiptLanguage, settings), 'merchantCopy'),
      ...half(shopTongues(language, settings), 'cardholderCopy'),
    ],
  }
}

/** What the till knows of the payment, then the slip as the terminal wrote it. */
function bodyBlocks(input: CardSlipInput, tongues: Tongues): readonly PaperBlock[] {
  const { approval, amount, at, ticket } = input
  const strong = { bold: true } as const
  const { terminalTime, slip } = approval
  return [
    ...(ticket === null ? [] : [row(label(tongues, 'ticket'), cell(ltr(String(ticket)), 'ltr'))]),
    row(label(tongues, 'date'), cell(whenText(at), 'ltr')),
    row(label(tongues, 'card'), cell(schemeOf(approval), 'ltr')),
    ...approvalBlocks(approval, tongues),
    ...(terminalTime === null ? [] : [textBlock(cell(isolated(terminalTime), 'ltr'), 'end')]),
    row(label(tongues, 'amount', strong), cell(ltr(formatMoney(amount, 'MAD')), 'ltr', strong)),
    ...(slip.length === 0 ? [] : [rule(), ...slipBlocks(slip)]),
  ]
}
