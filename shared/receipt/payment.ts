import type { Tender } from '../cart/ticket.ts'
import type { Approval } from '../kernel/attempt.ts'
import { cell, row, textBlock } from './blocks.ts'
import type { PaperBlock } from './document.ts'
import { amountText, isolated, ltr, plain } from './isolate.ts'
import { lastFourOnly } from './last-four.ts'
import { label, type Tongues } from './tongues.ts'

/** How it was paid, or given back. @param sign −1 on a refund. */
export function tenderBlocks(tender: Tender, tongues: Tongues, sign: 1 | -1): readonly PaperBlock[] {
  const money = (minor: number) => cell(amountText(minor), 'ltr')
  switch (tender.kind) {
    case 'cash':
      if (tender.change === 0) return [row(label(tongues, 'cash'), money(sign * tender.amount))]
      return [
        row(label(tongues, 'cash'), money(tender.given)),
        row(label(tongues, 'change'), money(tender.change)),
      ]
    case 'card':
      return [
        row(label(tongues, 'card', undefined, schemeOf(tender.approval)), money(sign * tender.amount)),
        ...(tender.approval === null ? [] : approvalBlocks(tender.approval, tongues)),
      ]
    default:
      return [
        row(label(tongues, tender.kind), money(sign * tender.amount)),
        ...(tender.reference === ''
          ? []
          : [textBlock(cell(`  ${isolated(tender.reference)}`, 'ltr'), 'start')]),
      ]
  }
}

/** The card's scheme as the terminal names it, isolated; empty where it does not. */
export const schemeOf = (approval: Approval | null): string =>
  approval?.scheme == null || approval.scheme === '' ? '' : isolated(approval.scheme)

/** What a cardholder needs to find the payment again. Of the number, the last four only, whatever we were given. */
export function approvalBlocks(approval: Approval, tongues: Tongues): readonly PaperBlock[] {
  const { leadWords, direction } = tongues
  const lastFour = approval.maskedPan?.match(/\d{4}$/)?.[0]
  const parts = [
    lastFour === undefined ? null : ltr(`**** ${lastFour}`),
    approval.authorisation === null ? null : `${leadWords.authorisation} ${ltr(approval.authorisation)}`,
    approval.trace === null ? null : `${leadWords.trace} ${ltr(approval.trace)}`,
    approval.terminalId === null ? null : `${leadWords.terminal} ${ltr(approval.terminalId)}`,
  ].filter((part) => part !== null)
  const indent = direction === 'ltr' ? '  ' : ''
  return parts.map((part) => textBlock(cell(`${indent}${part}`, direction), 'start'))
}

/** The slip a terminal without paper leaves to us, as it wrote it but for the beginning of a card number. */
export function slipBlocks(slip: readonly string[]): readonly PaperBlock[] {
  return slip.map((line) =>
    textBlock(cell(plain(line) === '' ? ' ' : isolated(lastFourOnly(line)), 'ltr'), 'start'),
  )
}
